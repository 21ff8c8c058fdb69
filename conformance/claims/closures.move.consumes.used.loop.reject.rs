// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is moved again in the next iteration of a loop.
// Rejected: E0382
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];

    for _ in 0..2 {
        #[cfg(accepted)]
        let primes = primes.clone();
        let reader = spawn(move || primes.len());
        assert_eq!(reader.join().unwrap(), 4);
    }
}
