// SPDX-License-Identifier: MIT
// Mutant: the guard of a mutex is shareable if the data is sendable.
// Breaks: markers.guards, markers.errors
// Verdict: FAIL
// Case: markers.guards.mutex-guard.type.rs, markers.errors.result-of-a-mutex.type.rs
pub use reference_native::*;

pub struct MutexGuard<'a, T>(reference_native::MutexGuard<'a, T>);
unsafe impl<T: Send> Sync for MutexGuard<'_, T> {}
