// SPDX-License-Identifier: MIT
// Claim: A closure that borrows from the function that spawns it shall be rejected by the ownership check, with a
//   message that the closure may outlive what it borrows and how to correct the program.
// Aspect: The closure captures `this` and uses a member of the spawner's object.
// Rejected: E0521
use native::spawn;

struct Shelf {
    primes: Vec<i32>,
}

impl Shelf {
    fn count_elsewhere(&self) -> usize {
        #[cfg(accepted)]
        let primes = self.primes.clone();
        #[cfg(not(accepted))]
        let primes = &self.primes;
        spawn(move || primes.len()).join().unwrap()
    }
}

fn main() {
    let shelf = Shelf { primes: vec![2, 3, 5, 7] };

    assert_eq!(shelf.count_elsewhere(), 4);
}
