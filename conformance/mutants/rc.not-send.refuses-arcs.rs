// SPDX-License-Identifier: MIT
// Mutant: an Arc is rejected like an Rc.
// Breaks: rc.not-send.part
// Verdict: FAIL
// Case: rc.not-send.part.type.rs
pub use reference_native::Rc as Arc;
pub use reference_native::*;
