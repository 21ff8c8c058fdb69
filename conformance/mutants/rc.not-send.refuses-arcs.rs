// SPDX-License-Identifier: MIT
// Mutant: an Arc may not go to another thread either.
// Breaks: rc.not-send.part
// Verdict: FAIL
// Case: rc.not-send.part.type.rs
pub use reference_native::Rc as Arc;
pub use reference_native::*;
