// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is a parameter of a function.
// Rejected: E0382
use native::spawn;

fn count_elsewhere(primes: Vec<i32>) -> bool {
    #[cfg(accepted)]
    let kept = primes.len();
    let reader = spawn(move || primes.len());
    #[cfg(not(accepted))]
    let kept = primes.len();
    reader.join().unwrap() == kept
}

fn main() {
    assert!(count_elsewhere(vec![2, 3, 5, 7]));
}
