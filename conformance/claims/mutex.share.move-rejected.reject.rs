// SPDX-License-Identifier: MIT
// Claim: A program that copies a mutex, uses it after it was moved into a thread, or moves it there with data that is
//   not sendable, shall be rejected by the ownership check, except for known false negatives.
// Rejected: E0382
use native::{spawn, Mutex};

fn main() {
    let count = Mutex::new(4);

    for _ in 0..2 {
        #[cfg(accepted)]
        let count = Mutex::new(4);
        let adder = spawn(move || *count.lock().unwrap() += 1);
        adder.join().unwrap();
    }

    #[cfg(accepted)]
    assert_eq!(*count.lock().unwrap(), 4);
}
