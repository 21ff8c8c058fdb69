// SPDX-License-Identifier: MIT
// Mutant: `send` copies the value and leaves the original with its caller.
// Breaks: channels.ownership.use-after-send, channels.send.takes, shared.channel-like-single-owner
// Verdict: FAIL
// Case: channels.ownership.use-after-send.from-another-thread.reject.rs
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
