// SPDX-License-Identifier: MIT
// Mutant: an iterator that borrows a receiver and does not wait is shareable.
// Breaks: markers.iterators
// Verdict: FAIL
// Case: markers.iterators.immediate-iterator.type.rs
pub use reference_native::*;

pub struct TryIter<'a, T>(reference_native::TryIter<'a, T>);
unsafe impl<T> Sync for TryIter<'_, T> {}
