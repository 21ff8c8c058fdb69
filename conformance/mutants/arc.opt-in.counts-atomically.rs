// SPDX-License-Identifier: MIT
// Defect: an Rc counts atomically, unasked.
// Verdict: FAIL
pub use reference_subject::Arc as Rc;
pub use reference_subject::*;
