// SPDX-License-Identifier: MIT
// Mutant: `send` accepts a message that may end before it is received.
// Breaks: channels.ownership.transfer.shared
// Verdict: FAIL
// Case: channels.ownership.transfer.shared.borrowed-by-the-sender.reject.rs
pub use reference_native::*;

pub struct Sender<T>(reference_native::Sender<T>);

impl<T> Sender<T> {
    pub fn send<Ending>(&self, value: Ending) -> Result<(), SendError<T>> {
        let value = std::mem::ManuallyDrop::new(value);
        self.0.send(unsafe { std::mem::transmute_copy(&value) })
    }
}

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (tx, rx) = reference_native::channel();
    (Sender(tx), rx)
}
