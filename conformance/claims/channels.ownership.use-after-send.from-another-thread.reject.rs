// SPDX-License-Identifier: MIT
// Claim: A program in which a value is used by its old name, after it was sent, shall be rejected by the ownership
//   check, except for known false negatives.
// Aspect: The receiver is on another thread.
// Rejected: E0382
use native::{channel, spawn};

fn main() {
    let (tx, rx) = channel::<Vec<i32>>();
    let reader = spawn(move || rx.recv().unwrap().len());
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let kept = primes.len();
    tx.send(primes).unwrap();
    #[cfg(not(accepted))]
    let kept = primes.len();

    assert_eq!(reader.join().unwrap(), kept);
}
