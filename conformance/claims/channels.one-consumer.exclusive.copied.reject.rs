// SPDX-License-Identifier: MIT
// Claim: A channel shall have exactly one receiver. A program that copies or clones it, or uses it after it was moved,
//   is rejected by the ownership check.
// Aspect: The receiver is copied.
// Rejected: E0382
use native::channel;

fn main() {
    let (tx, rx) = channel();

    let mine = rx;

    tx.send(4).unwrap();
    #[cfg(accepted)]
    assert_eq!(mine.recv().unwrap(), 4);
    #[cfg(not(accepted))]
    assert_eq!(rx.recv().unwrap(), 4);
}
