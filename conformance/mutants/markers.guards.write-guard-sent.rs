// SPDX-License-Identifier: MIT
// Mutant: the guard of a writer is sendable if the data is sendable.
// Breaks: markers.guards
// Verdict: FAIL
// Case: markers.guards.write-guard.type.rs
pub use reference_native::*;

pub struct RwLockWriteGuard<'a, T>(reference_native::RwLockWriteGuard<'a, T>);
unsafe impl<T: Send> Send for RwLockWriteGuard<'_, T> {}
