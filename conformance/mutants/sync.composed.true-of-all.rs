// SPDX-License-Identifier: MIT
// Mutant: every type has the marker.
// Breaks: sync.composed
// Verdict: FAIL
pub use reference_native::*;

pub trait Sync {}
impl<T: ?Sized> Sync for T {}
