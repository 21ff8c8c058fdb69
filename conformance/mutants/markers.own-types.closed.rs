// SPDX-License-Identifier: MIT
// Defect: nobody but the library can mark a type.
// Verdict: FAIL
pub use reference_subject::*;

pub trait Send: Sealed {}
pub trait Sync: Sealed {}

pub trait Sealed {}
impl Sealed for i32 {}
