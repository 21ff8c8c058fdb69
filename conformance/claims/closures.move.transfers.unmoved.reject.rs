// SPDX-License-Identifier: MIT
// Rejected: E0373
use native::spawn;

fn main() {
    let word = String::from("four");

    #[cfg(accepted)]
    let reader = spawn(move || word.len());
    #[cfg(not(accepted))]
    let reader = spawn(|| word.len());

    assert_eq!(reader.join().unwrap(), 4);
}
