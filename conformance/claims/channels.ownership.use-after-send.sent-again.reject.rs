// SPDX-License-Identifier: MIT
// Claim: A program in which a value is used by its old name, after it was sent, shall be rejected by the ownership
//   check, except for known false negatives.
// Aspect: The value is sent twice.
// Rejected: E0382
use native::channel;

fn main() {
    let (tx, rx) = channel();
    let primes = vec![2, 3, 5, 7];

    for _ in 0..2 {
        #[cfg(accepted)]
        tx.send(primes.clone()).unwrap();
        #[cfg(not(accepted))]
        tx.send(primes).unwrap();
    }

    assert_eq!(rx.recv().unwrap(), rx.recv().unwrap());
}
