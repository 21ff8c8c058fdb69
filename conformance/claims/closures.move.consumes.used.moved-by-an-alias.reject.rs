// SPDX-License-Identifier: MIT
// Aspect: The value is moved away through a reference and used by its own name.
// Rejected: E0507
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];
    let alias = &primes;

    #[cfg(accepted)]
    let mine = alias.clone();
    #[cfg(not(accepted))]
    let mine = *alias;
    let reader = spawn(move || mine.len());

    assert_eq!(reader.join().unwrap(), primes.len());
}
