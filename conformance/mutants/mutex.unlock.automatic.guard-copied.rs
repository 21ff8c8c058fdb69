// SPDX-License-Identifier: MIT
// Mutant: a guard can be copied, and no copy releases the lock.
// Breaks: mutex.unlock.automatic.exclusive
// Verdict: FAIL
// Case: mutex.unlock.automatic.exclusive.copied.reject.rs
use std::ops::Deref;

pub use reference_native::*;

pub struct Mutex<T>(reference_native::Mutex<T>);
pub struct Guard<'a, T>(&'a T);

impl<T> Clone for Guard<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Guard<'_, T> {}

impl<T> Mutex<T> {
    pub fn new(value: T) -> Self {
        Mutex(reference_native::Mutex::new(value))
    }
    pub fn lock(&self) -> LockResult<Guard<'_, T>> {
        let guard = self.0.lock().unwrap();
        let data: *const T = &*guard;
        std::mem::forget(guard);
        Ok(Guard(unsafe { &*data }))
    }
}
impl<T> Deref for Guard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0
    }
}
