// SPDX-License-Identifier: MIT
// Claim: A program that accesses the data of a mutex without its lock, before acquiring it or after releasing it, shall
//   be rejected by the ownership check, except for known false negatives.
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
