// SPDX-License-Identifier: MIT
// Claim: A program in which a value that is not sendable goes to another thread shall be rejected by the ownership
//   check: in a closure, as a result, or through an end of a channel.
// Rejected: E0277
use native::spawn;

#[cfg(accepted)]
type Amount = &'static i32;
#[cfg(not(accepted))]
type Amount = *const i32;

struct Note {
    number: i32,
    amount: Amount,
}

static AMOUNT: i32 = 4;

fn is_whole(note: Note) -> bool {
    note.number == 1 && std::ptr::eq(note.amount, &AMOUNT)
}

fn main() {
    let note = Note { number: 1, amount: &AMOUNT };

    let reader = spawn(move || is_whole(note));

    assert!(reader.join().unwrap());
}
