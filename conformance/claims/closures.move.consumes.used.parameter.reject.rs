// SPDX-License-Identifier: MIT
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
