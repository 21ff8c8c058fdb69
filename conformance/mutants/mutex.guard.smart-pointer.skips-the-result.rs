// SPDX-License-Identifier: MIT
// Defect: `lock` gives the guard itself, without a result.
// Verdict: FAIL
pub use reference_subject::*;

pub struct Mutex<T>(reference_subject::Mutex<T>);

impl<T> Mutex<T> {
    pub fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap()
    }
}
