// SPDX-License-Identifier: MIT
// Mutant: no sender is shareable.
// Breaks: markers.senders
// Verdict: FAIL
// Case: markers.senders.sender.type.rs
pub use reference_native::*;

pub struct Sender<T>(reference_native::Sender<T>, std::marker::PhantomData<std::cell::Cell<()>>);
