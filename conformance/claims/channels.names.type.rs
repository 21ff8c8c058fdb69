// SPDX-License-Identifier: MIT
use native::{channel, Receiver, Sender};

/// In Rust the pair has no names of its own: it is taken apart in this order, and the program calls the ends what it
/// likes.
fn taken_apart() -> (Sender<i32>, Receiver<i32>) {
    let (tx, rx) = channel();
    (tx, rx)
}

fn main() {
    let (tx, rx) = taken_apart();

    tx.send(4).unwrap();

    assert_eq!(rx.recv(), Ok(4));
}
