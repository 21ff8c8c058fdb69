// SPDX-License-Identifier: MIT
// Mutant: a lock for many readers is shareable if its data is shareable, although a writer can take the data out.
// Breaks: markers.rw-locks
// Verdict: FAIL
pub use reference_native::*;

pub struct RwLock<T>(reference_native::RwLock<T>);
unsafe impl<T: Sync> Sync for RwLock<T> {}
