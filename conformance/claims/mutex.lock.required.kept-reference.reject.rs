// SPDX-License-Identifier: MIT
// Claim: A program that accesses the data of a mutex without its lock, before acquiring it or after releasing it, shall
//   be rejected by the ownership check, except for known false negatives.
// Aspect: A reference to the data outlives a temporary guard.
// Rejected: E0716
use native::Mutex;

fn main() {
    let primes = Mutex::new(vec![2, 3, 5, 7]);

    #[cfg(accepted)]
    let guard = primes.lock().unwrap();
    #[cfg(accepted)]
    let inside = guard.as_slice();
    #[cfg(not(accepted))]
    let inside = primes.lock().unwrap().as_slice();

    assert_eq!(inside.len(), 4);
}
