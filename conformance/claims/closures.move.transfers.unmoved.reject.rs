// SPDX-License-Identifier: MIT
// Claim: A program that passes a value of the spawner to a spawned closure without moving it shall be rejected by the
//   ownership check.
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
