// SPDX-License-Identifier: MIT
// Mutant: the guard of a mutex is sendable if the data is shareable.
// Breaks: markers.guards
// Verdict: FAIL
// Case: markers.guards.mutex-guard.type.rs
pub use reference_native::*;

pub struct MutexGuard<'a, T>(reference_native::MutexGuard<'a, T>);
unsafe impl<T: Sync> Send for MutexGuard<'_, T> {}
