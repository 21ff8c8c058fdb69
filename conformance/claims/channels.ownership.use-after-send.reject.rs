// SPDX-License-Identifier: MIT
// Claim: A program in which a value is used by its old name, after it was sent, shall be rejected by the ownership
//   check, except for known false negatives.
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
