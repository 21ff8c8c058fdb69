// SPDX-License-Identifier: MIT
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
