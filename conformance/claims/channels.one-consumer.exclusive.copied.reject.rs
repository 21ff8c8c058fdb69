// SPDX-License-Identifier: MIT
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
