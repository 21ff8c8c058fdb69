// SPDX-License-Identifier: MIT
// Rejected: E0597
use native::spawn;

fn main() {
    let word = String::from("four");

    #[cfg(accepted)]
    let mine = word;
    #[cfg(not(accepted))]
    let mine = word.as_str();
    let reader = spawn(move || mine.len());

    assert_eq!(reader.join().unwrap(), 4);
}
