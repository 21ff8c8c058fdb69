// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is a global variable.
// Rejected: E0507
use native::spawn;

static PRIMES: Vec<i32> = Vec::new();

fn main() {
    #[cfg(accepted)]
    let mine = PRIMES.clone();
    #[cfg(not(accepted))]
    let mine = PRIMES;
    let reader = spawn(move || mine.len());

    assert_eq!(reader.join().unwrap(), PRIMES.len());
}
