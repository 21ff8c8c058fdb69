// SPDX-License-Identifier: MIT
// Wrong: the author of a type gives it a marker although it is not safe to move to another thread.
use native::{spawn, Rc};

struct Note {
    amount: Rc<i32>,
}

// SAFETY: none. This is the mistake.
unsafe impl native::Send for Note {}

fn read(note: Note) -> i32 {
    *note.amount.clone()
}

fn main() {
    let amount = Rc::new(4);
    let note = Note { amount: amount.clone() };

    let reader = spawn(move || read(note));
    let kept = *amount.clone();

    assert_eq!(reader.join().unwrap(), kept);
}
