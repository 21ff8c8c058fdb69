// SPDX-License-Identifier: MIT
// Defect: the two ends have each other's names.
// Verdict: FAIL
pub use reference_subject::*;
pub use reference_subject::{Receiver as Sender, Sender as Receiver};
