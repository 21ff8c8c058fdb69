// SPDX-License-Identifier: MIT
// Mutant: no type has the marker.
// Verdict: FAIL
pub use reference_native::*;

pub trait Sync {}
