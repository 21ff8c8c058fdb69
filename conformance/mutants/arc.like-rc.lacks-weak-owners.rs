// SPDX-License-Identifier: MIT
// Defect: an Arc has no weak owners.
// Verdict: FAIL
pub use reference_subject::*;

#[derive(Clone)]
pub struct Arc<T>(reference_subject::Arc<T>);

impl<T> Arc<T> {
    pub fn new(value: T) -> Self {
        Arc(reference_subject::Arc::new(value))
    }
    pub fn strong_count(this: &Self) -> usize {
        reference_subject::Arc::strong_count(&this.0)
    }
    pub fn ptr_eq(this: &Self, other: &Self) -> bool {
        reference_subject::Arc::ptr_eq(&this.0, &other.0)
    }
}
impl<T> std::ops::Deref for Arc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
