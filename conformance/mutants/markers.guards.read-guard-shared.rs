// SPDX-License-Identifier: MIT
// Mutant: the guard of a reader is shareable if the data is sendable.
// Breaks: markers.guards
// Verdict: FAIL
// Case: markers.guards.read-guard.type.rs
pub use reference_native::*;

pub struct RwLockReadGuard<'a, T>(reference_native::RwLockReadGuard<'a, T>);
unsafe impl<T: Send> Sync for RwLockReadGuard<'_, T> {}
