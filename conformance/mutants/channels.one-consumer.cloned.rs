// SPDX-License-Identifier: MIT
// Mutant: a receiver can be cloned, and its clones receive from the same channel.
// Breaks: channels.one-consumer.exclusive
// Verdict: FAIL
// Case: channels.one-consumer.exclusive.cloned.reject.rs
use std::sync::{Arc, Mutex};

pub use reference_native::*;

#[derive(Clone)]
pub struct Receiver<T>(Arc<Mutex<reference_native::Receiver<T>>>);

impl<T> Receiver<T> {
    pub fn recv(&self) -> Result<T, RecvError> {
        self.0.lock().unwrap().recv()
    }
}

pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let (tx, rx) = reference_native::channel();
    (tx, Receiver(Arc::new(Mutex::new(rx))))
}
