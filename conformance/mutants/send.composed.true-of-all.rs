// SPDX-License-Identifier: MIT
// Mutant: the marker is true of every type.
// Verdict: FAIL
// Case: send.composed.type.rs
pub use reference_native::*;

pub trait Send {}
impl<T: ?Sized> Send for T {}
