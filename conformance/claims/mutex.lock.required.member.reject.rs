// SPDX-License-Identifier: MIT
// Aspect: A member of the data is used through the mutex itself.
// Rejected: E0599
use native::Mutex;

fn main() {
    let primes = Mutex::new(vec![2, 3, 5, 7]);

    #[cfg(accepted)]
    let count = primes.lock().unwrap().len();
    #[cfg(not(accepted))]
    let count = primes.len();

    assert_eq!(count, 4);
}
