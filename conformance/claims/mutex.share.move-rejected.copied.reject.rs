// SPDX-License-Identifier: MIT
// Claim: A program that copies a mutex, uses it after it was moved into a thread, or moves it there with data that is
//   not sendable, shall be rejected by the ownership check, except for known false negatives.
// Aspect: The mutex is copied.
// Rejected: E0599
use native::Mutex;

fn main() {
    let count = Mutex::new(4);

    #[cfg(accepted)]
    let mine = count;
    #[cfg(not(accepted))]
    let mine = count.clone();

    assert_eq!(*mine.lock().unwrap(), 4);
}
