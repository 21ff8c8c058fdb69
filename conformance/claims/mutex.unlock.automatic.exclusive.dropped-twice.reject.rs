// SPDX-License-Identifier: MIT
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
