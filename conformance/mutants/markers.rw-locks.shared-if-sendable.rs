// SPDX-License-Identifier: MIT
// Mutant: a lock for many readers is shareable if its data is sendable, although readers read it at the same time.
// Breaks: markers.rw-locks
// Verdict: FAIL
pub use reference_native::*;

pub struct RwLock<T>(reference_native::RwLock<T>);
unsafe impl<T: Send> Sync for RwLock<T> {}
