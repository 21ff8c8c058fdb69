// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is moved away through a reference and used by its own name.
// Rejected: E0507
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];
    let alias = &primes;

    #[cfg(accepted)]
    let mine = alias.clone();
    #[cfg(not(accepted))]
    let mine = *alias;
    let reader = spawn(move || mine.len());

    assert_eq!(reader.join().unwrap(), primes.len());
}
