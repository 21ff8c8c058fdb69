// SPDX-License-Identifier: MIT
// Defect: `send` takes a copy, and leaves the value to its sender.
// Verdict: FAIL
pub use reference_subject::*;

pub struct Sender<T>(reference_subject::Sender<T>);

impl<T: Clone> Sender<T> {
    pub fn send(&self, value: &T) -> Result<(), SendError<T>> {
        self.0.send(value.clone())
    }
}

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (tx, rx) = reference_subject::channel();
    (Sender(tx), rx)
}
