// SPDX-License-Identifier: MIT
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
