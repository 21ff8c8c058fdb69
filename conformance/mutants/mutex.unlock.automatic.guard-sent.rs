// SPDX-License-Identifier: MIT
// Mutant: a guard may go to another thread.
// Breaks: mutex.unlock.automatic.exclusive
// Verdict: FAIL
// Case: mutex.unlock.automatic.exclusive.type.rs
pub use reference_native::*;

pub struct MutexGuard<'a, T>(reference_native::MutexGuard<'a, T>);
unsafe impl<T> Send for MutexGuard<'_, T> {}
