// SPDX-License-Identifier: MIT
// Claim: A program that gives an Arc, a mutex or an end of a channel to another thread shall be rejected by the
//   ownership check if an Rc is its value, its data or its message.
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
