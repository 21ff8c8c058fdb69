// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value was moved into a capture of a closure.
// Rejected: E0382
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];

    let count = move || primes.len();
    #[cfg(accepted)]
    let counted = count();
    #[cfg(not(accepted))]
    let counted = primes.len();
    let reader = spawn(move || counted);

    assert_eq!(reader.join().unwrap(), count());
}
