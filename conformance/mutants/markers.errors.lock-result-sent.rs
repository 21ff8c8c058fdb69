// SPDX-License-Identifier: MIT
// Mutant: a lock result is sendable whatever it holds.
// Breaks: markers.errors
// Verdict: FAIL
// Case: markers.errors.lock-result.type.rs, markers.errors.result-of-a-mutex.type.rs
pub use reference_native::*;

pub struct LockResult<T>(reference_native::LockResult<T>);
unsafe impl<T> Send for LockResult<T> {}
