// SPDX-License-Identifier: MIT
// Mutant: a join handle can be cloned, and its clones join the same thread.
// Breaks: join.handle.owned.exclusive
// Verdict: FAIL
use std::sync::{Arc, Mutex};

pub use reference_native::*;

#[derive(Clone)]
pub struct JoinHandle<T>(Arc<Mutex<Option<reference_native::JoinHandle<T>>>>);

impl<T> JoinHandle<T> {
    pub fn join(self) -> Result<T, Box<dyn std::any::Any + Send>> {
        self.0.lock().unwrap().take().unwrap().join()
    }
}

pub fn spawn<T: Send + 'static>(body: impl FnOnce() -> T + Send + 'static) -> JoinHandle<T> {
    JoinHandle(Arc::new(Mutex::new(Some(reference_native::spawn(body)))))
}
