// SPDX-License-Identifier: MIT
// Mutant: a mutex can be copied, and its copies have the same data.
// Breaks: mutex.share.move-rejected
// Verdict: FAIL
pub use reference_native::*;

#[derive(Clone, Copy)]
pub struct Mutex<T: 'static>(&'static reference_native::Mutex<T>);

impl<T: Clone> Mutex<T> {
    pub fn new(value: T) -> Self {
        Mutex(Box::leak(Box::new(reference_native::Mutex::new(value))))
    }
    pub fn lock(&self) -> LockResult<MutexGuard<'static, T>> {
        self.0.lock()
    }
}
