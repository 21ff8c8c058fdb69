// SPDX-License-Identifier: MIT
// Mutant: nobody but the library can mark a type.
// Breaks: markers.own-types.marked
// Verdict: FAIL
pub use reference_native::*;

pub trait Send: Sealed {}
pub trait Sync: Sealed {}

pub trait Sealed {}
impl Sealed for i32 {}
