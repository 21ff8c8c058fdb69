// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is a member, and a member function of its class moves and uses it.
// Rejected: E0507
use native::spawn;

struct Shelf {
    primes: Vec<i32>,
}

impl Shelf {
    fn count_elsewhere(&self) -> bool {
        #[cfg(accepted)]
        let primes = self.primes.clone();
        #[cfg(not(accepted))]
        let primes = self.primes;
        let reader = spawn(move || primes.len());
        reader.join().unwrap() == self.primes.len()
    }
}

fn main() {
    assert!(Shelf { primes: vec![2, 3, 5, 7] }.count_elsewhere());
}
