// SPDX-License-Identifier: MIT
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
