// SPDX-License-Identifier: MIT
// Mutant: a receiver cannot be moved to another thread.
// Breaks: channels.one-consumer.moves
// Verdict: FAIL
// Case: channels.one-consumer.moves.type.rs
use std::marker::PhantomData;

pub use reference_native::*;

pub struct Receiver<T>(reference_native::Receiver<T>, PhantomData<*const ()>);

impl<T> Receiver<T> {
    pub fn recv(&self) -> Result<T, RecvError> {
        self.0.recv()
    }
}

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (tx, rx) = reference_native::channel();
    (tx, Receiver(rx, PhantomData))
}
