// SPDX-License-Identifier: MIT
// Claim: The primitive types shall be sendable, except raw pointers, which are not, even if the value can only be read
//   through them.
// Rejected: E0277
use native::spawn;

fn main() {
    let number = 4;

    #[cfg(accepted)]
    let mine = number;
    #[cfg(not(accepted))]
    let mine: *const i32 = &number;
    let reader = spawn(move || format!("{:?}", mine));

    assert_eq!(reader.join().unwrap(), "4");
}
