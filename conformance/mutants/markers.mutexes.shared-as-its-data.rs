// SPDX-License-Identifier: MIT
// Mutant: a mutex is shareable if its data is shareable, although the data may not be sendable.
// Breaks: markers.mutexes
// Verdict: FAIL
pub use reference_native::*;

pub struct Mutex<T>(reference_native::Mutex<T>);
unsafe impl<T: Sync> Sync for Mutex<T> {}
