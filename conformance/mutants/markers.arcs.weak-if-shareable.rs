// SPDX-License-Identifier: MIT
// Mutant: a weak owner of an Arc has both markers if the value is shareable.
// Breaks: markers.arcs
// Verdict: FAIL
// Case: markers.arcs.weak-owner.type.rs
pub use reference_native::*;

pub struct ArcWeak<T>(reference_native::ArcWeak<T>);
unsafe impl<T: Sync> Send for ArcWeak<T> {}
unsafe impl<T: Sync> Sync for ArcWeak<T> {}
