// SPDX-License-Identifier: MIT
// Claim: A channel shall have exactly one receiver. A program that copies or clones it, or uses it after it was moved,
//   is rejected by the ownership check.
// Aspect: The receiver is cloned.
// Rejected: E0599
use native::channel;

fn main() {
    let (tx, rx) = channel::<i32>();

    #[cfg(accepted)]
    let _second = tx.clone();
    #[cfg(not(accepted))]
    let _second = rx.clone();

    tx.send(4).unwrap();
    assert_eq!(rx.recv().unwrap(), 4);
}
