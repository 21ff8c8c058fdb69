// SPDX-License-Identifier: MIT
// Claim: A closure shall have access to a value of its spawner if, and only if, it captures the value. A use without a
//   capture is rejected by the ownership check.
// Rejected: E0593
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let reader = spawn(move || primes.len());
    #[cfg(not(accepted))]
    let reader = spawn(|primes: Vec<i32>| primes.len());

    assert_eq!(reader.join().unwrap(), 4);
}
