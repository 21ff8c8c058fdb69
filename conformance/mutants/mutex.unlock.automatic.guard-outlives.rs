// SPDX-License-Identifier: MIT
// Mutant: a guard does not borrow its mutex.
// Verdict: FAIL
// Case: mutex.unlock.automatic.outlives-its-mutex.reject.rs
pub use reference_native::*;

pub struct Mutex<T>(reference_native::Mutex<T>);

impl<T> Mutex<T> {
    pub fn new(value: T) -> Self {
        Mutex(reference_native::Mutex::new(value))
    }
    pub fn lock<'a>(&self) -> LockResult<MutexGuard<'a, T>> {
        unsafe { std::mem::transmute(self.0.lock()) }
    }
}
