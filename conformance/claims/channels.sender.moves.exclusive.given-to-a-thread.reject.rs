// SPDX-License-Identifier: MIT
// Claim: A program that copies a sender, or uses it after it was moved, shall be rejected by the ownership check,
//   except for known false negatives.
// Aspect: The sender is used after it was moved to another thread.
// Rejected: E0382
use native::{channel, spawn};

fn main() {
    let (tx, rx) = channel();

    #[cfg(accepted)]
    tx.send(4).unwrap();
    let producer = spawn(move || tx.send(4).unwrap());
    #[cfg(not(accepted))]
    tx.send(4).unwrap();

    producer.join().unwrap();
    assert_eq!(rx.recv().unwrap() + rx.recv().unwrap(), 8);
}
