// SPDX-License-Identifier: MIT
// Aspect: The value is used through a reference that was made before the move.
// Rejected: E0505
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];
    let alias = &primes;

    #[cfg(accepted)]
    let kept = alias.len();
    let reader = spawn(move || primes.len());
    #[cfg(not(accepted))]
    let kept = alias.len();

    assert_eq!(reader.join().unwrap(), kept);
}
