// SPDX-License-Identifier: MIT
// Claim: A program that copies a join handle, or uses it after it was joined or moved, shall be rejected by the
//   ownership check.
// Aspect: The handle is copied.
// Rejected: E0599
use native::spawn;

fn main() {
    let handle = spawn(|| 4);

    #[cfg(accepted)]
    let mine = handle;
    #[cfg(not(accepted))]
    let mine = handle.clone();

    assert_eq!(mine.join().unwrap(), 4);
}
