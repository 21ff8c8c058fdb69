// SPDX-License-Identifier: MIT
// Mutant: the error of a lock that does not wait is sendable if what it holds is shareable.
// Breaks: markers.errors
// Verdict: FAIL
// Case: markers.errors.try-lock-error.type.rs
pub use reference_native::*;

pub struct TryLockError<T>(reference_native::TryLockError<T>);
unsafe impl<T: Sync> Send for TryLockError<T> {}
