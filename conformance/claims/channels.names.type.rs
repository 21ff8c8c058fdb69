// SPDX-License-Identifier: MIT
// Claim: If the ends that channel returns have names, the sender shall be named tx and the receiver rx.
use native::{channel, Receiver, Sender};

/// In Rust the pair is a tuple: the order is fixed, and the program chooses the names.
fn taken_apart() -> (Sender<i32>, Receiver<i32>) {
    let (tx, rx) = channel();
    (tx, rx)
}

fn main() {
    let (tx, rx) = taken_apart();

    tx.send(4).unwrap();

    assert_eq!(rx.recv(), Ok(4));
}
