// SPDX-License-Identifier: MIT
// Claim: A program that copies a sender, or uses it after it was moved, shall be rejected by the ownership check,
//   except for known false negatives.
// Aspect: The sender is a member of a variable.
// Rejected: E0382
use native::{channel, spawn, Receiver, Sender};

struct Ends {
    tx: Sender<i32>,
    rx: Receiver<i32>,
}

fn main() {
    let (tx, rx) = channel();
    let ends = Ends { tx, rx };

    #[cfg(accepted)]
    ends.tx.send(4).unwrap();
    let producer = spawn(move || ends.tx.send(4).unwrap());
    #[cfg(not(accepted))]
    ends.tx.send(4).unwrap();

    producer.join().unwrap();
    assert_eq!(ends.rx.recv().unwrap() + ends.rx.recv().unwrap(), 8);
}
