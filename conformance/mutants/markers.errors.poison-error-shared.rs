// SPDX-License-Identifier: MIT
// Mutant: the error of a poisoned lock is shareable if what it holds is sendable.
// Breaks: markers.errors
// Verdict: FAIL
// Case: markers.errors.poison-error.type.rs
pub use reference_native::*;

pub struct PoisonError<T>(reference_native::PoisonError<T>);
unsafe impl<T: Send> Sync for PoisonError<T> {}
