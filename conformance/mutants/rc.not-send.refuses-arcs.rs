// SPDX-License-Identifier: MIT
// Mutant: an Arc may not go to another thread either.
// Verdict: FAIL
// Case: rc.not-send.type.rs
pub use reference_native::Rc as Arc;
pub use reference_native::*;
