// SPDX-License-Identifier: MIT
// Mutant: the marker is true of no type.
// Breaks: sync.primitives
// Verdict: FAIL
pub use reference_native::*;

pub trait Sync {}
