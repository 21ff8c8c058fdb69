// SPDX-License-Identifier: MIT
// Defect: a receiving end may go to another thread whatever its messages are.
// Verdict: FAIL
// Case: send.transfer.channel.reject.rs
pub use reference_subject::*;

pub struct Receiver<T>(reference_subject::Receiver<T>);
unsafe impl<T> Send for Receiver<T> {}

impl<T> Receiver<T> {
    pub fn recv(&self) -> Result<T, RecvError> {
        self.0.recv()
    }
}

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (tx, rx) = reference_subject::channel();
    (tx, Receiver(rx))
}
