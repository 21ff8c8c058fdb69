// SPDX-License-Identifier: MIT
// Mutant: a sender is shareable whatever its messages are.
// Breaks: markers.senders
// Verdict: FAIL
// Case: markers.senders.sender.type.rs
pub use reference_native::*;

pub struct Sender<T>(reference_native::Sender<T>);
unsafe impl<T> Sync for Sender<T> {}
