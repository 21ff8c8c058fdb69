// SPDX-License-Identifier: MIT
// Mutant: an Arc is sendable and shareable if its value is sendable, although the value may not be shareable.
// Breaks: markers.arcs
// Verdict: FAIL
// Case: markers.arcs.owner.type.rs
pub use reference_native::*;

pub struct Arc<T>(reference_native::Arc<T>);
unsafe impl<T: Send> Send for Arc<T> {}
unsafe impl<T: Send> Sync for Arc<T> {}
