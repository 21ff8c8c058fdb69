// SPDX-License-Identifier: MIT
// Defect: an Arc may not go to another thread either.
// Verdict: FAIL
// Case: rc.not-send.type.rs
pub use reference_subject::Rc as Arc;
pub use reference_subject::*;
