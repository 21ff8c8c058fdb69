// SPDX-License-Identifier: MIT
// Claim: A program that moves an end of a channel to another thread shall be rejected by the ownership check if other
//   code can keep access to the messages, as with pointers or shared owners.
// Aspect: The message is a pointer to a value that the sender keeps.
// Rejected: E0597
use native::{channel, spawn, Receiver};

#[cfg(accepted)]
type Message = Box<i32>;
#[cfg(not(accepted))]
type Message = &'static i32;

fn main() {
    let (tx, rx) = channel();
    let prime = Box::new(7);

    let consumer = spawn(move || consume(rx));
    #[cfg(accepted)]
    tx.send(prime).unwrap();
    #[cfg(not(accepted))]
    tx.send(&prime).unwrap();

    assert_eq!(consumer.join().unwrap(), 7);
}

fn consume(rx: Receiver<Message>) -> i32 {
    *rx.recv().unwrap()
}
