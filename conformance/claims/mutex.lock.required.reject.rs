// SPDX-License-Identifier: MIT
// Claim: A program that accesses the data of a mutex without its lock, before acquiring it or after releasing it, shall
//   be rejected by the ownership check, except for known false negatives.
// Rejected: E0614
use native::Mutex;

fn main() {
    let count = Mutex::new(4);

    #[cfg(accepted)]
    let seen = *count.lock().unwrap();
    #[cfg(not(accepted))]
    let seen = *count;

    assert_eq!(seen, 4);
}
