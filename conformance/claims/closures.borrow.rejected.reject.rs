// SPDX-License-Identifier: MIT
// Claim: A closure that borrows from the function that spawns it shall be rejected by the ownership check, with a
//   message that the closure may outlive what it borrows and how to correct the program.
// Rejected: E0373
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let reader = spawn(move || primes.len());
    #[cfg(not(accepted))]
    let reader = spawn(|| primes.len());

    assert_eq!(reader.join().unwrap(), 4);
}
