// SPDX-License-Identifier: MIT
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
