// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is used as the range of a loop.
// Rejected: E0382
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let mine = primes.clone();
    #[cfg(not(accepted))]
    let mine = primes;
    let reader = spawn(move || mine.len());
    let mut kept = 0;
    for prime in &primes {
        kept += usize::from(*prime > 0);
    }

    assert_eq!(reader.join().unwrap(), kept);
}
