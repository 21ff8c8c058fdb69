// SPDX-License-Identifier: MIT
// Aspect: The handle is used after it was moved to another thread.
// Rejected: E0382
use native::spawn;

fn main() {
    let handle = spawn(|| 4);

    let waiter = spawn(move || handle.join().unwrap());

    #[cfg(accepted)]
    assert_eq!(waiter.join().unwrap(), 4);
    #[cfg(not(accepted))]
    assert_eq!(handle.join().unwrap(), 4);
}
