// SPDX-License-Identifier: MIT
// Mutant: a sender cannot be moved to another thread.
// Breaks: channels.sender.moves.owner
// Verdict: FAIL
// Case: channels.sender.moves.owner.type.rs
use std::marker::PhantomData;

pub use reference_native::*;

#[derive(Clone)]
pub struct Sender<T>(reference_native::Sender<T>, PhantomData<*const ()>);

impl<T> Sender<T> {
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        self.0.send(value)
    }
}

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (tx, rx) = reference_native::channel();
    (Sender(tx, PhantomData), rx)
}
