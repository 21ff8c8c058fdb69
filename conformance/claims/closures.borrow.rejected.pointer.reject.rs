// SPDX-License-Identifier: MIT
// Aspect: A pointer to the spawner's variable is passed as an argument.
// Rejected: E0277
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let reader = spawn(move || primes.len());
    #[cfg(not(accepted))]
    let reader = {
        let borrowed: *const Vec<i32> = &primes;
        spawn(move || unsafe { &*borrowed }.len())
    };

    assert_eq!(reader.join().unwrap(), 4);
}
