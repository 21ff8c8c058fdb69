// SPDX-License-Identifier: MIT
// Rejected: E0434
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let count = move || primes.len();
    #[cfg(not(accepted))]
    fn count() -> usize {
        primes.len()
    }

    assert_eq!(spawn(count).join().unwrap(), 4);
}
