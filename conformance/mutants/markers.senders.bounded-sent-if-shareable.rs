// SPDX-License-Identifier: MIT
// Mutant: a bounded sender is sendable if its messages are shareable.
// Breaks: markers.senders
// Verdict: FAIL
// Case: markers.senders.bounded-sender.type.rs
pub use reference_native::*;

pub struct SyncSender<T>(reference_native::SyncSender<T>);
unsafe impl<T: Sync> Send for SyncSender<T> {}
