// SPDX-License-Identifier: MIT
// Claim: A program that copies a mutex, uses it after it was moved into a thread, or moves it there with data that is
//   not sendable, shall be rejected by the ownership check, except for known false negatives.
// Aspect: The spawner uses the mutex after it was moved to a thread.
// Rejected: E0382
use native::{spawn, Mutex};

fn main() {
    let count = Mutex::new(4);

    #[cfg(accepted)]
    let kept = *count.lock().unwrap();
    let reader = spawn(move || *count.lock().unwrap());
    #[cfg(not(accepted))]
    let kept = *count.lock().unwrap();

    assert_eq!(reader.join().unwrap(), kept);
}
