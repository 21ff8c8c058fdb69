// SPDX-License-Identifier: MIT
// Defect: what `lock` gives may go to another thread.
// Verdict: FAIL
// Case: mutex.unlock.automatic.type.rs
pub use reference_subject::*;

pub struct MutexGuard<'a, T>(reference_subject::MutexGuard<'a, T>);
unsafe impl<T> Send for MutexGuard<'_, T> {}
