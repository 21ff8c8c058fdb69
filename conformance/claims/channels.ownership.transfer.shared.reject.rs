// SPDX-License-Identifier: MIT
// Claim: A program that moves an end of a channel to another thread shall be rejected by the ownership check if other
//   code can keep access to the messages, as with pointers or shared owners.
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
