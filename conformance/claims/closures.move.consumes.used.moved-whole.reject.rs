// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: A member is used after the whole variable was moved.
// Rejected: E0382
use native::spawn;

struct Shelf {
    primes: Vec<i32>,
}

fn count(shelf: Shelf) -> usize {
    shelf.primes.len()
}

fn main() {
    let own = Shelf { primes: vec![2, 3, 5, 7] };

    #[cfg(accepted)]
    let kept = own.primes.len();
    let reader = spawn(move || count(own));
    #[cfg(not(accepted))]
    let kept = own.primes.len();

    assert_eq!(reader.join().unwrap(), kept);
}
