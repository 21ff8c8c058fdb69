// SPDX-License-Identifier: MIT
// Mutant: a mutex is shareable only if its data is, although one thread at a time has access to it.
// Breaks: markers.mutexes
// Verdict: FAIL
pub use reference_native::*;

pub struct Mutex<T>(reference_native::Mutex<T>, std::marker::PhantomData<T>);
