// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The spawner is itself a spawned closure.
// Rejected: E0382
use native::spawn;

fn main() {
    let outer = spawn(|| {
        let primes = vec![2, 3, 5, 7];
        #[cfg(accepted)]
        let kept = primes.len();
        let inner = spawn(move || primes.len());
        #[cfg(not(accepted))]
        let kept = primes.len();
        inner.join().unwrap() == kept
    });

    assert!(outer.join().unwrap());
}
