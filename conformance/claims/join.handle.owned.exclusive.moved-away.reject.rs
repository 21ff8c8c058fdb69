// SPDX-License-Identifier: MIT
// Claim: A program that copies a join handle, or uses it after it was joined or moved, shall be rejected by the
//   ownership check.
// Aspect: The handle is used after it was moved to another variable.
// Rejected: E0382
use native::spawn;

fn main() {
    let handle = spawn(|| 4);

    let mine = handle;

    #[cfg(accepted)]
    assert_eq!(mine.join().unwrap(), 4);
    #[cfg(not(accepted))]
    assert_eq!(handle.join().unwrap(), 4);
}
