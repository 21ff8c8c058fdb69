// SPDX-License-Identifier: MIT
// Mutant: only the library can mark types.
// Breaks: markers.own-types.marked
// Verdict: FAIL
pub use reference_native::*;

pub trait Send: Sealed {}
pub trait Sync: Sealed {}

pub trait Sealed {}
impl Sealed for i32 {}
