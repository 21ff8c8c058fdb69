// SPDX-License-Identifier: MIT
// Claim: A program that copies a guard, uses it after it was moved, gives it to another thread, or shares it with one
//   although its data is not shareable, shall be rejected by the ownership check, except for known false negatives.
// Aspect: The guard is copied.
// Rejected: E0382
use native::Mutex;

fn main() {
    let count = Mutex::new(4);
    let guard = count.lock().unwrap();

    let mine = guard;

    #[cfg(accepted)]
    assert_eq!(*mine, 4);
    #[cfg(not(accepted))]
    assert_eq!(*guard, 4);
}
