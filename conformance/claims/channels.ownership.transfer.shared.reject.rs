// SPDX-License-Identifier: MIT
// Rejected: E0277
use native::{channel, spawn};

#[cfg(accepted)]
type Message = Box<i32>;
#[cfg(not(accepted))]
type Message = native::Rc<i32>;

fn main() {
    let (tx, rx) = channel();

    let producer = spawn(move || tx.send(Message::new(7)).unwrap());

    assert_eq!(*rx.recv().unwrap(), 7);
    producer.join().unwrap();
}
