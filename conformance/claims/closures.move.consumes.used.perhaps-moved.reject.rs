// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value was moved in a branch that may have been taken.
// Rejected: E0382
use native::spawn;

fn count(primes: Vec<i32>, elsewhere: bool) -> usize {
    if elsewhere {
        let reader = spawn(move || primes.len());
        #[cfg(accepted)]
        return reader.join().unwrap();
        #[cfg(not(accepted))]
        reader.join().unwrap();
    }
    primes.len()
}

fn main() {
    assert_eq!(count(vec![2, 3, 5, 7], true), 4);
}
