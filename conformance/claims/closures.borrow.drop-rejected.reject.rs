// SPDX-License-Identifier: MIT
// Claim: A closure that borrows a value shall be rejected by the ownership check, with the same message, if the spawner
//   drops the value before it joins.
// Rejected: E0597
use native::spawn;

fn main() {
    let reader;
    {
        let primes = vec![2, 3, 5, 7];

        #[cfg(accepted)]
        let mine = primes.clone();
        #[cfg(not(accepted))]
        let mine = &primes;
        reader = spawn(move || mine.len());
    }

    assert_eq!(reader.join().unwrap(), 4);
}
