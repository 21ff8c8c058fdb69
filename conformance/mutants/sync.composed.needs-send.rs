// SPDX-License-Identifier: MIT
// Mutant: a type is `Sync` only if it is `Send` too.
// Breaks: sync.composed
// Verdict: FAIL
pub use reference_native::*;

pub trait Sync {}
impl<T: ?Sized + Send + std::marker::Sync> Sync for T {}
