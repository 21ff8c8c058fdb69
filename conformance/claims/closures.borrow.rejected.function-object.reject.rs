// SPDX-License-Identifier: MIT
// Claim: A closure that borrows from the function that spawns it shall be rejected by the ownership check, with a
//   message that the closure may outlive what it borrows and how to correct the program.
// Aspect: The closure is a function object with a reference as a member.
// Rejected: E0597
use native::spawn;

/// A closure as a function object.
struct Count<Primes>(Primes);

impl<Primes: AsRef<[i32]>> Count<Primes> {
    fn call(&self) -> usize {
        self.0.as_ref().len()
    }
}

fn main() {
    let primes = vec![2, 3, 5, 7];

    #[cfg(accepted)]
    let count = Count(primes);
    #[cfg(not(accepted))]
    let count = Count(&primes);
    let reader = spawn(move || count.call());

    assert_eq!(reader.join().unwrap(), 4);
}
