// SPDX-License-Identifier: MIT
// Mutant: a guard allows reads of the data but not changes.
// Breaks: mutex.guard.deref
// Verdict: FAIL
pub use reference_native::*;

pub struct MutexGuard<'a, T>(reference_native::MutexGuard<'a, T>);

impl<T> std::ops::Deref for MutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
