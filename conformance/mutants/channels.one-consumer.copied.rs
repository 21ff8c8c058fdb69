// SPDX-License-Identifier: MIT
// Mutant: a receiver can be copied, and its copies receive from the same channel.
// Breaks: channels.one-consumer.exclusive
// Verdict: FAIL
use std::sync::Mutex;

pub use reference_native::*;

#[derive(Clone, Copy)]
pub struct Receiver<T: 'static>(&'static Mutex<reference_native::Receiver<T>>);

impl<T> Receiver<T> {
    pub fn recv(&self) -> Result<T, RecvError> {
        self.0.lock().unwrap().recv()
    }
}

pub fn channel<T: Clone + Send>() -> (Sender<T>, Receiver<T>) {
    let (tx, rx) = reference_native::channel();
    (tx, Receiver(Box::leak(Box::new(Mutex::new(rx)))))
}
