// SPDX-License-Identifier: MIT
// Mutant: a mutex may go to another thread whatever its data is.
// Breaks: mutex.share.move-rejected
// Verdict: FAIL
// Case: mutex.share.move-rejected.type.rs
pub use reference_native::*;

pub struct Mutex<T>(reference_native::Mutex<T>);
unsafe impl<T> Send for Mutex<T> {}
unsafe impl<T> Sync for Mutex<T> {}
