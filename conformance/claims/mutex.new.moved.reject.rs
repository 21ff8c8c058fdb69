// SPDX-License-Identifier: MIT
// Claim: A mutex shall be created around a first value, which is moved into it. The first holder finds this value, and
//   the mutex drops its data exactly once, together with itself.
// Aspect: The value is used after it was moved into the mutex.
// Rejected: E0382
use native::Mutex;

fn main() {
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let kept = primes.len();
    let guarded = Mutex::new(primes);
    #[cfg(not(accepted))]
    let kept = primes.len();

    assert_eq!(guarded.lock().unwrap().len(), kept);
}
