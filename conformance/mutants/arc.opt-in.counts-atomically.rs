// SPDX-License-Identifier: MIT
// Mutant: an Rc counts atomically.
// Breaks: arc.opt-in
// Verdict: FAIL
pub use reference_native::Arc as Rc;
pub use reference_native::*;
