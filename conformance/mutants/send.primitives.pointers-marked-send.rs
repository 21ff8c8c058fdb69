// SPDX-License-Identifier: MIT
// Defect: the marker is true of pointers too.
// Verdict: FAIL
// Case: send.primitives.type.rs
pub use reference_subject::*;

pub trait Send {}
impl<T: ?Sized> Send for T {}
