// SPDX-License-Identifier: MIT
// Mutant: a sender can move to another thread if its messages are shareable.
// Breaks: markers.senders, send.transfer.only-sendable
// Verdict: FAIL
// Case: markers.senders.sender.type.rs, send.transfer.only-sendable.sender.shareable.reject.rs
pub use reference_native::*;

pub struct Sender<T>(reference_native::Sender<T>);
unsafe impl<T: Sync> Send for Sender<T> {}

impl<T> Sender<T> {
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        self.0.send(value)
    }
}

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (tx, rx) = reference_native::channel();
    (Sender(tx), rx)
}
