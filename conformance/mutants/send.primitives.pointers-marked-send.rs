// SPDX-License-Identifier: MIT
// Mutant: the marker is true of pointers too.
// Verdict: FAIL
// Case: send.primitives.type.rs
pub use reference_native::*;

pub trait Send {}
impl<T: ?Sized> Send for T {}
