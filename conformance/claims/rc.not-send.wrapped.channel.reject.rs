// SPDX-License-Identifier: MIT
// Aspect: The Rc is the message of a channel.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::{channel, spawn};

fn main() {
    let (tx, rx) = channel();

    let producer = spawn(move || tx.send(Owner::new(4)).unwrap());

    assert_eq!(*rx.recv().unwrap(), 4);
    producer.join().unwrap();
}
