// SPDX-License-Identifier: MIT
// Mutant: a mutex may go to another thread whatever its data is.
// Breaks: rc.not-send.wrapped
// Verdict: FAIL
// Case: rc.not-send.wrapped.mutex.reject.rs
pub use reference_native::*;

pub struct Mutex<T>(reference_native::Mutex<T>);
unsafe impl<T> Send for Mutex<T> {}

impl<T> Mutex<T> {
    pub fn new(value: T) -> Self {
        Mutex(reference_native::Mutex::new(value))
    }
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        self.0.lock()
    }
}
