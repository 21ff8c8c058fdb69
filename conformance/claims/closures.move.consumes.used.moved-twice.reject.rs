// SPDX-License-Identifier: MIT
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
