// SPDX-License-Identifier: MIT
// Defect: an Arc may go to another thread, whatever it owns.
// Verdict: FAIL
// Case: markers.own-types.reject.rs
pub use reference_subject::*;

pub struct Arc<T>(reference_subject::Arc<T>);
unsafe impl<T> Send for Arc<T> {}

impl<T> Arc<T> {
    pub fn new(value: T) -> Self {
        Arc(reference_subject::Arc::new(value))
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
