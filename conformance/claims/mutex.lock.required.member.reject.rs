// SPDX-License-Identifier: MIT
// Claim: A program that accesses the data of a mutex without its lock, before acquiring it or after releasing it, shall
//   be rejected by the ownership check, except for known false negatives.
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
