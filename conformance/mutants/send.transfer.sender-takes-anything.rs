// SPDX-License-Identifier: MIT
// Mutant: a sender may go to another thread whatever its messages are.
// Verdict: FAIL
// Case: send.transfer.sender.reject.rs
pub use reference_native::*;

pub struct Sender<T>(reference_native::Sender<T>);
unsafe impl<T> Send for Sender<T> {}

impl<T> Sender<T> {
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        self.0.send(value)
    }
}

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (tx, rx) = reference_native::channel();
    (Sender(tx), rx)
}
