// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is used by a closure that borrowed it before the move.
// Rejected: E0505
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];
    let count = || primes.len();

    #[cfg(accepted)]
    let kept = count();
    let reader = spawn(move || primes.len());
    #[cfg(not(accepted))]
    let kept = count();

    assert_eq!(reader.join().unwrap(), kept);
}
