// SPDX-License-Identifier: MIT
// Mutant: `lock` returns a reference to the data that outlives the lock.
// Breaks: mutex.lock.required
// Verdict: FAIL
// Case: mutex.lock.required.returned-reference.reject.rs
pub use reference_native::*;

pub struct Mutex<T>(reference_native::Mutex<Box<T>>);

impl<T> Mutex<T> {
    pub fn new(data: T) -> Self {
        Mutex(reference_native::Mutex::new(Box::new(data)))
    }
    pub fn lock(&self) -> LockResult<&T> {
        let data: *const T = &**self.0.lock().unwrap();
        Ok(unsafe { &*data })
    }
}
