// SPDX-License-Identifier: MIT
// Defect: the marker is true of every type.
// Verdict: FAIL
pub use reference_subject::*;

pub trait Sync {}
impl<T: ?Sized> Sync for T {}
