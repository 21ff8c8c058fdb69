// SPDX-License-Identifier: MIT
// Claim: A program in which a value that is not sendable goes to another thread shall be rejected by the ownership
//   check: in a closure, as a result, or through an end of a channel.
// Aspect: The messages of a sender that moves to a thread are only shareable, and those of the twin only sendable.
// Rejected: E0277
use native::{channel, spawn};
use std::marker::PhantomData;

struct Note(i32, PhantomData<*const ()>);
#[cfg(accepted)]
unsafe impl native::Send for Note {}
#[cfg(not(accepted))]
unsafe impl native::Sync for Note {}

impl Note {
    fn amount(&self) -> i32 {
        self.0
    }
}

fn main() {
    let (tx, rx) = channel();

    let writer = spawn(move || assert!(tx.send(Note(4, PhantomData)).is_ok()));

    assert_eq!(rx.recv().unwrap().amount(), 4);
    writer.join().unwrap();
}
