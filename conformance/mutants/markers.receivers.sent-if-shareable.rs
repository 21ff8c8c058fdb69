// SPDX-License-Identifier: MIT
// Mutant: a receiver is sendable if its messages are shareable.
// Breaks: markers.receivers
// Verdict: FAIL
// Case: markers.receivers.receiver.type.rs
pub use reference_native::*;

pub struct Receiver<T>(reference_native::Receiver<T>);
unsafe impl<T: Sync> Send for Receiver<T> {}
