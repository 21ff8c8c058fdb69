// SPDX-License-Identifier: MIT
// Mutant: an Arc may go to another thread whatever its value is.
// Breaks: rc.not-send.wrapped
// Verdict: FAIL
// Case: rc.not-send.wrapped.arc.reject.rs
pub use reference_native::*;

pub struct Arc<T>(reference_native::Arc<T>);
unsafe impl<T> Send for Arc<T> {}

impl<T> Arc<T> {
    pub fn new(value: T) -> Self {
        Arc(reference_native::Arc::new(value))
    }
}
impl<T> std::ops::Deref for Arc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
