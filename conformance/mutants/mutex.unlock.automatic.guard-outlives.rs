// SPDX-License-Identifier: MIT
// Defect: what `lock` gives lasts for ever, be its mutex gone.
// Verdict: FAIL
// Case: mutex.unlock.automatic.outlives-its-mutex.reject.rs
pub use reference_subject::*;

pub struct Mutex<T>(reference_subject::Mutex<T>);

impl<T> Mutex<T> {
    pub fn new(value: T) -> Self {
        Mutex(reference_subject::Mutex::new(value))
    }
    pub fn lock<'a>(&self) -> LockResult<MutexGuard<'a, T>> {
        unsafe { std::mem::transmute(self.0.lock()) }
    }
}
