// SPDX-License-Identifier: MIT
// Mutant: the error of a send that does not wait is shareable if the message is sendable.
// Breaks: markers.errors
// Verdict: FAIL
// Case: markers.errors.try-send-error.type.rs
pub use reference_native::*;

pub struct TrySendError<T>(reference_native::TrySendError<T>);
unsafe impl<T: Send> Sync for TrySendError<T> {}
