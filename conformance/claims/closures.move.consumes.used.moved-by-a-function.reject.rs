// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: A function moves the value away through a reference, and its caller uses it.
// Rejected: E0507
use native::{spawn, JoinHandle};

fn count_elsewhere(primes: &mut Vec<i32>) -> JoinHandle<usize> {
    #[cfg(accepted)]
    let mine = primes.clone();
    #[cfg(not(accepted))]
    let mine = *primes;
    spawn(move || mine.len())
}

fn main() {
    let mut primes = vec![2, 3, 5, 7];

    let reader = count_elsewhere(&mut primes);

    assert_eq!(reader.join().unwrap(), primes.len());
}
