// SPDX-License-Identifier: MIT
// Mutant: `join` does not consume the handle.
// Breaks: join.handle.owned.exclusive
// Verdict: FAIL
// Case: join.handle.owned.exclusive.type.rs
use std::sync::Mutex;

pub use reference_native::*;

pub struct JoinHandle<T>(Mutex<Option<reference_native::JoinHandle<T>>>);

impl<T> JoinHandle<T> {
    pub fn join(&self) -> Result<T, Box<dyn std::any::Any + Send>> {
        self.0.lock().unwrap().take().unwrap().join()
    }
}

pub fn spawn<T: Send + 'static>(body: impl FnOnce() -> T + Send + 'static) -> JoinHandle<T> {
    JoinHandle(Mutex::new(Some(reference_native::spawn(body))))
}
