// SPDX-License-Identifier: MIT
// Defect: the marker is true of no type.
// Verdict: FAIL
pub use reference_subject::*;

pub trait Sync {}
