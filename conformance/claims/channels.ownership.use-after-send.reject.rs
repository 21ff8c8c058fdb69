// SPDX-License-Identifier: MIT
// Rejected: E0382
use native::channel;

fn main() {
    let (tx, rx) = channel();
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let kept = primes.len();
    tx.send(primes).unwrap();
    #[cfg(not(accepted))]
    let kept = primes.len();

    assert_eq!(rx.recv().unwrap().len(), kept);
}
