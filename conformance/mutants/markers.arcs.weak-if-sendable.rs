// SPDX-License-Identifier: MIT
// Mutant: a weak owner of an Arc is sendable if the value is sendable.
// Breaks: markers.arcs
// Verdict: FAIL
// Case: markers.arcs.weak-owner.type.rs
pub use reference_native::*;

pub struct ArcWeak<T>(reference_native::ArcWeak<T>);
unsafe impl<T: Send> Send for ArcWeak<T> {}
