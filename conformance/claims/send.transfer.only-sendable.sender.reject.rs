// SPDX-License-Identifier: MIT
// Claim: A program in which a value that is not sendable goes to another thread shall be rejected by the ownership
//   check: in a closure, as a result, or through an end of a channel.
// Aspect: The value that is not sendable would be the message of a sender that moves to a thread.
// Rejected: E0277
use native::{channel, spawn};

#[cfg(accepted)]
type Amount = &'static i32;
#[cfg(not(accepted))]
type Amount = *const i32;

struct Note {
    number: i32,
    amount: Amount,
}

static AMOUNT: i32 = 4;

fn main() {
    let (tx, rx) = channel();

    let writer = spawn(move || tx.send(Note { number: 1, amount: &AMOUNT }).unwrap());

    let note = rx.recv().unwrap();
    writer.join().unwrap();
    assert!(note.number == 1 && std::ptr::eq(note.amount, &AMOUNT));
}
