// SPDX-License-Identifier: MIT
// Mutant: a sender can be copied, and its copies send to the same channel.
// Breaks: channels.sender.moves.exclusive
// Verdict: FAIL
pub use reference_native::*;

#[derive(Clone, Copy)]
pub struct Sender<T: 'static>(&'static reference_native::Sender<T>);
unsafe impl<T: Send> Send for Sender<T> {}

impl<T> Sender<T> {
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        self.0.send(value)
    }
}

pub fn channel<T: Clone>() -> (Sender<T>, Receiver<T>) {
    let (tx, rx) = reference_native::channel();
    (Sender(Box::leak(Box::new(tx))), rx)
}
