// SPDX-License-Identifier: MIT
// Rejected: E0382
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let kept = primes.len();
    let reader = spawn(move || primes.len());
    #[cfg(not(accepted))]
    let kept = primes.len();

    assert_eq!(reader.join().unwrap(), kept);
}
