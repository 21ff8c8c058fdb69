// SPDX-License-Identifier: MIT
// Mutant: a receiver may go to another thread whatever its messages are.
// Breaks: send.transfer.only-sendable
// Verdict: FAIL
// Case: send.transfer.only-sendable.channel.reject.rs
pub use reference_native::*;

pub struct Receiver<T>(reference_native::Receiver<T>);
unsafe impl<T> Send for Receiver<T> {}

impl<T> Receiver<T> {
    pub fn recv(&self) -> Result<T, RecvError> {
        self.0.recv()
    }
}

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (tx, rx) = reference_native::channel();
    (tx, Receiver(rx))
}
