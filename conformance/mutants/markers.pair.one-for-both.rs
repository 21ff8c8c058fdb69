// SPDX-License-Identifier: MIT
// Mutant: the two markers are one marker under two names.
// Breaks: markers.pair
// Verdict: FAIL
pub use reference_native::*;
pub use std::marker::Send as Sync;
