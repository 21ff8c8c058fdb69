// SPDX-License-Identifier: MIT
// Mutant: an Arc is rejected like an Rc.
// Verdict: FAIL
// Case: rc.not-send.type.rs
pub use reference_native::Rc as Arc;
pub use reference_native::*;
