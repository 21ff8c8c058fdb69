// SPDX-License-Identifier: MIT
// Mutant: no join handle is sendable.
// Breaks: markers.handles
// Verdict: FAIL
pub use reference_native::*;

pub struct JoinHandle<T>(reference_native::JoinHandle<T>, std::marker::PhantomData<*const ()>);
unsafe impl<T> Sync for JoinHandle<T> {}
