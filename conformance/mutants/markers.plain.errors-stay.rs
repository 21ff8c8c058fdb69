// SPDX-License-Identifier: MIT
// Mutant: the error of a receive is not shareable.
// Breaks: markers.plain
// Verdict: FAIL
// Case: markers.plain.receive-error.type.rs
pub use reference_native::*;

pub struct RecvError(std::marker::PhantomData<std::cell::Cell<()>>);
