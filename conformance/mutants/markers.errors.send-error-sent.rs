// SPDX-License-Identifier: MIT
// Mutant: the error of a send is sendable whatever the message is.
// Breaks: markers.errors
// Verdict: FAIL
// Case: markers.errors.send-error.type.rs
pub use reference_native::*;

pub struct SendError<T>(pub T);
unsafe impl<T> Send for SendError<T> {}
