// SPDX-License-Identifier: MIT
// Mutant: every type has the marker.
// Verdict: FAIL
// Case: send.composed.type.rs
pub use reference_native::*;

pub trait Send {}
impl<T: ?Sized> Send for T {}
