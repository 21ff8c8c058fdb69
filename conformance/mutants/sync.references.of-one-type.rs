// SPDX-License-Identifier: MIT
// Mutant: a type is `Sync` if it is `Send`, whatever a reference to it is.
// Breaks: sync.references.equivalent
// Verdict: FAIL
// Case: sync.references.equivalent.type.rs
pub use reference_native::*;

pub trait Sync {}
impl<T: ?Sized + Send> Sync for T {}
