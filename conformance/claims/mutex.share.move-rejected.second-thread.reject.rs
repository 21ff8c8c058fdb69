// SPDX-License-Identifier: MIT
// Claim: A program that copies a mutex, uses it after it was moved into a thread, or moves it there with data that is
//   not sendable, shall be rejected by the ownership check, except for known false negatives.
// Aspect: The mutex is moved to a second thread.
// Rejected: E0382
use native::{spawn, Mutex};

fn value_of(mine: Mutex<i32>) -> i32 {
    *mine.lock().unwrap()
}

fn main() {
    let count = Mutex::new(4);
    let other = Mutex::new(4);

    let first = spawn(move || value_of(count));
    #[cfg(accepted)]
    let second = spawn(move || value_of(other));
    #[cfg(not(accepted))]
    let second = spawn(move || value_of(count));

    assert_eq!(first.join().unwrap(), second.join().unwrap());
}
