// SPDX-License-Identifier: MIT
// Claim: A program that copies a sender, or uses it after it was moved, shall be rejected by the ownership check,
//   except for known false negatives.
// Aspect: The sender is copied.
// Rejected: E0382
use native::channel;

fn main() {
    let (tx, rx) = channel();

    let mine = tx;

    #[cfg(accepted)]
    mine.send(4).unwrap();
    #[cfg(not(accepted))]
    tx.send(4).unwrap();

    assert_eq!(rx.recv().unwrap(), 4);
}
