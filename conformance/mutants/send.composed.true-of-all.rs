// SPDX-License-Identifier: MIT
// Defect: the marker is true of every type.
// Verdict: FAIL
// Case: send.composed.type.rs
pub use reference_subject::*;

pub trait Send {}
impl<T: ?Sized> Send for T {}
