// SPDX-License-Identifier: MIT
// Mutant: a sender can move to another thread whatever its messages are.
// Breaks: channels.ownership.transfer.shared, rc.not-send.wrapped, send.transfer.only-sendable
// Verdict: FAIL
// Case: channels.ownership.transfer.shared.reject.rs, rc.not-send.wrapped.channel.reject.rs,
// send.transfer.only-sendable.sender.reject.rs
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
