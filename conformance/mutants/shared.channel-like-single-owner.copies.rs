// SPDX-License-Identifier: MIT
// Mutant: `send` sends a copy and leaves the value with the sender.
// Verdict: FAIL
pub use reference_native::*;

pub struct Sender<T>(reference_native::Sender<T>);

impl<T: Clone> Sender<T> {
    pub fn send(&self, value: &T) -> Result<(), SendError<T>> {
        self.0.send(value.clone())
    }
}

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (tx, rx) = reference_native::channel();
    (Sender(tx), rx)
}
