// SPDX-License-Identifier: MIT
// Claim: A program in which a value is used by its old name, after it was sent, shall be rejected by the ownership
//   check, except for known false negatives.
// Aspect: The value is passed to `send` without being moved.
// Rejected: E0382
use native::channel;

fn main() {
    let (tx, rx) = channel();
    let mut primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    tx.send(primes.clone()).unwrap();
    #[cfg(not(accepted))]
    tx.send(primes).unwrap();
    primes.push(11);

    assert_eq!(rx.recv().unwrap().len() + 1, primes.len());
}
