// SPDX-License-Identifier: MIT
// Mutant: the marker is true of no type.
// Breaks: send.almost-all
// Verdict: FAIL
pub use reference_native::*;

pub trait Send {}
