// SPDX-License-Identifier: MIT
// Mutant: `Send` holds for every type.
// Breaks: send.composed, send.primitives
// Verdict: FAIL
// Case: send.composed.type.rs, send.primitives.type.rs
pub use reference_native::*;

pub trait Send {}
impl<T: ?Sized> Send for T {}
