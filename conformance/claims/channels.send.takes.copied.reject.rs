// SPDX-License-Identifier: MIT
// Aspect: The value is passed to `send` without being moved.
// Rejected: E0382
use native::channel;

fn main() {
    let (tx, rx) = channel();
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let kept = primes.clone();
    tx.send(primes).unwrap();
    #[cfg(not(accepted))]
    let kept = primes;

    assert_eq!(rx.recv().unwrap(), kept);
}
