// SPDX-License-Identifier: MIT
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
