// SPDX-License-Identifier: MIT
// Mutant: an Arc may go to another thread whatever its value is.
// Breaks: sync.references.arc
// Verdict: FAIL
// Case: sync.references.arc.reject.rs
pub use reference_native::*;

#[derive(Debug)]
pub struct Arc<T>(reference_native::Arc<T>);
unsafe impl<T> Send for Arc<T> {}

impl<T> Arc<T> {
    pub fn new(value: T) -> Self {
        Arc(reference_native::Arc::new(value))
    }
}
impl<T> Clone for Arc<T> {
    fn clone(&self) -> Self {
        Arc(self.0.clone())
    }
}
