// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is moved into a second thread.
// Rejected: E0382
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let copied = primes.clone();
    #[cfg(not(accepted))]
    let copied = primes;
    let first = spawn(move || copied.len());
    let second = spawn(move || primes.len());

    assert_eq!(first.join().unwrap(), second.join().unwrap());
}
