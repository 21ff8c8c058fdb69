// SPDX-License-Identifier: MIT
// Mutant: a receiver is shareable if its messages are.
// Breaks: markers.receivers
// Verdict: FAIL
// Case: markers.receivers.receiver.type.rs
pub use reference_native::*;

pub struct Receiver<T>(reference_native::Receiver<T>);
unsafe impl<T: Sync> Sync for Receiver<T> {}
