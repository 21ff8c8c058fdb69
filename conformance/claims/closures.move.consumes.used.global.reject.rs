// SPDX-License-Identifier: MIT
// Aspect: The value is a global variable.
// Rejected: E0507
use native::spawn;

static PRIMES: Vec<i32> = Vec::new();

fn main() {
    #[cfg(accepted)]
    let mine = PRIMES.clone();
    #[cfg(not(accepted))]
    let mine = PRIMES;
    let reader = spawn(move || mine.len());

    assert_eq!(reader.join().unwrap(), PRIMES.len());
}
