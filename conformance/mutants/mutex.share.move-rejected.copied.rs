// SPDX-License-Identifier: MIT
// Defect: a mutex can be copied, and its copies are the same lock.
// Verdict: FAIL
pub use reference_subject::*;

#[derive(Clone, Copy)]
pub struct Mutex<T: 'static>(&'static reference_subject::Mutex<T>);

impl<T: Clone> Mutex<T> {
    pub fn new(value: T) -> Self {
        Mutex(Box::leak(Box::new(reference_subject::Mutex::new(value))))
    }
    pub fn lock(&self) -> LockResult<MutexGuard<'static, T>> {
        self.0.lock()
    }
}
