// SPDX-License-Identifier: MIT
// Aspect: The guard is used after it was moved.
// Rejected: E0382
use native::Mutex;

fn main() {
    let count = Mutex::new(3);
    let mut guard = count.lock().unwrap();

    #[cfg(accepted)]
    {
        *guard += 1;
    }
    drop(guard);
    #[cfg(not(accepted))]
    {
        *guard += 1;
    }

    assert_eq!(*count.lock().unwrap(), 4);
}
