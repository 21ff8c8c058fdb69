// SPDX-License-Identifier: MIT
// Mutant: no type has the marker.
// Breaks: sync.primitives
// Verdict: FAIL
pub use reference_native::*;

pub trait Sync {}
