// SPDX-License-Identifier: MIT
// Mutant: a mutex copies its value.
// Breaks: mutex.new
// Verdict: FAIL
pub use reference_native::*;

pub struct Mutex<T>(reference_native::Mutex<T>);

impl<T: Clone> Mutex<T> {
    pub fn new(value: &T) -> Self {
        Mutex(reference_native::Mutex::new(value.clone()))
    }
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        self.0.lock()
    }
}
