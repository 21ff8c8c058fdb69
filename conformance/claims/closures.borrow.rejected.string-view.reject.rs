// SPDX-License-Identifier: MIT
// Claim: A closure that borrows from the function that spawns it shall be rejected by the ownership check, with a
//   message that the closure may outlive what it borrows and how to correct the program.
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
