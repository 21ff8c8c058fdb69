// SPDX-License-Identifier: MIT
// Mutant: pointers have the marker too.
// Verdict: FAIL
// Case: send.primitives.type.rs
pub use reference_native::*;

pub trait Send {}
impl<T: ?Sized> Send for T {}
