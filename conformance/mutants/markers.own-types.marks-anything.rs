// SPDX-License-Identifier: MIT
// Mutant: an Arc may go to another thread whatever its value is.
// Breaks: markers.own-types.unmarked
// Verdict: FAIL
// Case: markers.own-types.unmarked.reject.rs
pub use reference_native::*;

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
impl<T> std::ops::Deref for Arc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
