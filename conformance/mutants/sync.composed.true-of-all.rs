// SPDX-License-Identifier: MIT
// Mutant: the marker is true of every type.
// Breaks: sync.composed
// Verdict: FAIL
pub use reference_native::*;

pub trait Sync {}
impl<T: ?Sized> Sync for T {}
