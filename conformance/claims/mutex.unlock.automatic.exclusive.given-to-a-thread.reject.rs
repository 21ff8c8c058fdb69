// SPDX-License-Identifier: MIT
// Claim: A program that copies a guard, uses it after it was moved, gives it to another thread, or shares it with one
//   although its data is not shareable, shall be rejected by the ownership check, except for known false negatives.
// Aspect: The guard is given to another thread.
// Rejected: E0277
use native::{spawn, Mutex};

fn main() {
    let count = Mutex::new(4);

    #[cfg(accepted)]
    let reader = spawn(move || *count.lock().unwrap());
    #[cfg(not(accepted))]
    let guard = count.lock().unwrap();
    #[cfg(not(accepted))]
    let reader = spawn(move || *guard);

    assert_eq!(reader.join().unwrap(), 4);
}
