// SPDX-License-Identifier: MIT
// Claim: send shall take the value itself, not a copy of it or a reference to it. A program that passes a value to send
//   without moving it is rejected by the ownership check.
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
