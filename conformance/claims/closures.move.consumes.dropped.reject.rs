// SPDX-License-Identifier: MIT
// Rejected: E0382
use native::spawn;

fn main() {
    let primes = vec![2, 3, 5, 7];

    let reader = spawn(move || primes.len());
    #[cfg(not(accepted))]
    drop(primes);

    assert_eq!(reader.join().unwrap(), 4);
}
