// SPDX-License-Identifier: MIT
// Aspect: The closure captures a pointer to the spawner's variable.
// Rejected: E0597
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let mine = primes;
    #[cfg(not(accepted))]
    let mine = &primes;
    let reader = spawn(move || mine.len());

    assert_eq!(reader.join().unwrap(), 4);
}
