// SPDX-License-Identifier: MIT
// Claim: A closure that borrows from the function that spawns it shall be rejected by the ownership check, with a
//   message that the closure may outlive what it borrows and how to correct the program.
// Aspect: The closure captures a pointer to the spawner's variable.
// Rejected: E0597
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let mine = primes;
    #[cfg(not(accepted))]
    let mine = &primes;
    let reader = spawn(move || mine.len());

    assert_eq!(reader.join().unwrap(), 4);
}
