// SPDX-License-Identifier: MIT
// Claim: A program that copies a join handle, or uses it after it was joined or moved, shall be rejected by the
//   ownership check.
// Aspect: The handle is joined twice.
// Rejected: E0382
use native::spawn;

fn main() {
    let handle = spawn(|| 4);

    let first = handle.join().unwrap();
    #[cfg(accepted)]
    let second = first;
    #[cfg(not(accepted))]
    let second = handle.join().unwrap();

    assert_eq!(first, second);
}
