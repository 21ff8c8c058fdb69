// SPDX-License-Identifier: MIT
// Mutant: a lock for many readers is sendable if its data is shareable.
// Breaks: markers.rw-locks
// Verdict: FAIL
pub use reference_native::*;

pub struct RwLock<T>(reference_native::RwLock<T>);
unsafe impl<T: Sync> Send for RwLock<T> {}
