// SPDX-License-Identifier: MIT
// Aspect: A string view of the spawner's string is passed as an argument.
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
