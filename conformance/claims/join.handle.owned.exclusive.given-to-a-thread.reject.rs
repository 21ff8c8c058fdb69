// SPDX-License-Identifier: MIT
// Claim: A program that copies a join handle, or uses it after it was joined or moved, shall be rejected by the
//   ownership check.
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
