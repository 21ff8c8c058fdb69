// SPDX-License-Identifier: MIT
// Claim: A program that copies a guard, uses it after it was moved, gives it to another thread, or shares it with one
//   although its data is not shareable, shall be rejected by the ownership check, except for known false negatives.
// Aspect: The guard is dropped twice.
// Rejected: E0382
use native::Mutex;

fn main() {
    let count = Mutex::new(4);
    let guard = count.lock().unwrap();

    drop(guard);
    #[cfg(not(accepted))]
    drop(guard);

    assert_eq!(*count.lock().unwrap(), 4);
}
