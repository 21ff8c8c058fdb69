// SPDX-License-Identifier: MIT
// Mutant: a join handle can be copied, and its copies join the same thread.
// Breaks: join.handle.owned.exclusive
// Verdict: FAIL
// Case: join.handle.owned.exclusive.joined-twice.reject.rs
use std::sync::Mutex;

pub use reference_native::*;

#[derive(Clone, Copy)]
pub struct JoinHandle<T: 'static>(&'static Mutex<Option<reference_native::JoinHandle<T>>>);

impl<T> JoinHandle<T> {
    pub fn join(self) -> Result<T, Box<dyn std::any::Any + Send>> {
        self.0.lock().unwrap().take().unwrap().join()
    }
}

pub fn spawn<T: Clone + Send + 'static>(body: impl FnOnce() -> T + Send + 'static) -> JoinHandle<T> {
    JoinHandle(Box::leak(Box::new(Mutex::new(Some(reference_native::spawn(body))))))
}
