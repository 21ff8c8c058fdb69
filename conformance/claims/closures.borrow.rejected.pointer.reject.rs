// SPDX-License-Identifier: MIT
// Claim: A closure that borrows from the function that spawns it shall be rejected by the ownership check, with a
//   message that the closure may outlive what it borrows and how to correct the program.
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
