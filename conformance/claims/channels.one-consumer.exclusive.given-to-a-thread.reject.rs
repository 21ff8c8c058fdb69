// SPDX-License-Identifier: MIT
// Claim: A channel shall have exactly one receiver. A program that copies or clones it, or uses it after it was moved,
//   is rejected by the ownership check.
// Aspect: The receiver is used after it was moved to another thread.
// Rejected: E0382
use native::{channel, spawn};

fn main() {
    let (tx, rx) = channel();

    let consumer = spawn(move || rx.recv().unwrap());
    tx.send(4).unwrap();

    #[cfg(accepted)]
    assert_eq!(consumer.join().unwrap(), 4);
    #[cfg(not(accepted))]
    assert_eq!(rx.recv().unwrap(), 4);
}
