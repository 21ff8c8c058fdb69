// SPDX-License-Identifier: MIT
// Mutant: `lock` returns the guard without a result that could be an error.
// Breaks: mutex.guard.smart-pointer
// Verdict: FAIL
pub use reference_native::*;

pub struct Mutex<T>(reference_native::Mutex<T>);

impl<T> Mutex<T> {
    pub fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap()
    }
}
