// SPDX-License-Identifier: MIT
// Mutant: a weak owner of an Rc is shareable.
// Breaks: markers.rcs
// Verdict: FAIL
// Case: markers.rcs.weak-owner.type.rs
pub use reference_native::*;

pub struct RcWeak<T>(reference_native::RcWeak<T>);
unsafe impl<T> Sync for RcWeak<T> {}
