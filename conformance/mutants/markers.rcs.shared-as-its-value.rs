// SPDX-License-Identifier: MIT
// Mutant: an Rc is shareable if its value is.
// Breaks: markers.rcs
// Verdict: FAIL
// Case: markers.rcs.owner.type.rs
pub use reference_native::*;

pub struct Rc<T>(reference_native::Rc<T>);
unsafe impl<T: Sync> Sync for Rc<T> {}
