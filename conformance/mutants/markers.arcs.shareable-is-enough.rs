// SPDX-License-Identifier: MIT
// Mutant: an Arc is sendable and shareable if its value is shareable, although the value may not be sendable.
// Breaks: markers.arcs
// Verdict: FAIL
// Case: markers.arcs.owner.type.rs
pub use reference_native::*;

pub struct Arc<T>(reference_native::Arc<T>);
unsafe impl<T: Sync> Send for Arc<T> {}
unsafe impl<T: Sync> Sync for Arc<T> {}
