// SPDX-License-Identifier: MIT
// Claim: A program in which a value that is not sendable goes to another thread shall be rejected by the ownership
//   check: in a closure, as a result, or through an end of a channel.
// Aspect: The result of the thread is only shareable, and that of the twin only sendable.
// Rejected: E0277
use native::{spawn};
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
    let writer = spawn(|| Note(4, PhantomData));

    assert_eq!(writer.join().unwrap().amount(), 4);
}
