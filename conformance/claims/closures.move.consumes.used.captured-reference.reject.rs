// SPDX-License-Identifier: MIT
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
