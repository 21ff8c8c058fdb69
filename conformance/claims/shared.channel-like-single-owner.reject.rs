// SPDX-License-Identifier: MIT
// Claim: A value that was sent through a channel shall belong to the receiving thread only. A program in which the
//   sending thread still uses it is rejected by the ownership check, except for known false negatives.
// Rejected: E0382
use native::{channel, spawn};

fn main() {
    let (tx, rx) = channel::<Vec<i32>>();
    let owner = spawn(move || {
        let mut primes = rx.recv().unwrap();
        primes.push(11);
        primes.len()
    });
    let mut primes = vec![2, 3, 5];

    #[cfg(accepted)]
    primes.push(7);
    tx.send(primes).unwrap();
    #[cfg(not(accepted))]
    primes.push(7);

    assert_eq!(owner.join().unwrap(), 5);
}
