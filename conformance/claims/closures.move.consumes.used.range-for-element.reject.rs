// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
// Aspect: The value is the element of a range-based loop.
// Rejected: E0382
use native::spawn;

fn main() {
    for list in vec![vec![2, 3, 5, 7], vec![1, 4, 6, 8]] {
        #[cfg(accepted)]
        let kept = list.len();
        let reader = spawn(move || list.len());
        #[cfg(not(accepted))]
        let kept = list.len();
        assert_eq!(reader.join().unwrap(), kept);
    }
}
