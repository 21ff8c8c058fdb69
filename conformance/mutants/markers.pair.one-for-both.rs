// SPDX-License-Identifier: MIT
// Defect: the two markers are one.
// Verdict: FAIL
pub use reference_subject::*;
pub use std::marker::Send as Sync;
