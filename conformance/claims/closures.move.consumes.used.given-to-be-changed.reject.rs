// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is passed to a function by a mutable reference after the move.
// Rejected: E0382
use native::spawn;

fn count(primes: &mut Vec<i32>) -> usize {
    primes.len()
}

fn main() {
    let mut primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let kept = count(&mut primes);
    let reader = spawn(move || primes.len());
    #[cfg(not(accepted))]
    let kept = count(&mut primes);

    assert_eq!(reader.join().unwrap(), kept);
}
