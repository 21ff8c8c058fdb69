// SPDX-License-Identifier: MIT
// Mutant: no type has the marker.
// Breaks: send.almost-all
// Verdict: FAIL
pub use reference_native::*;

pub trait Send {}
