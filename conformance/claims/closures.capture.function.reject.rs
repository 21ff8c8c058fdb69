// SPDX-License-Identifier: MIT
// Claim: A closure shall have access to a value of its spawner if, and only if, it captures the value. A use without a
//   capture is rejected by the ownership check.
// Aspect: A nested function, which has no environment, uses a variable of the function around it.
// Rejected: E0434
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let count = move || primes.len();
    #[cfg(not(accepted))]
    fn count() -> usize {
        primes.len()
    }

    assert_eq!(spawn(count).join().unwrap(), 4);
}
