// SPDX-License-Identifier: MIT
// Mutant: an Arc has no weak owners.
// Breaks: arc.like-rc
// Verdict: FAIL
pub use reference_native::*;

#[derive(Clone)]
pub struct Arc<T>(reference_native::Arc<T>);

impl<T> Arc<T> {
    pub fn new(value: T) -> Self {
        Arc(reference_native::Arc::new(value))
    }
    pub fn strong_count(this: &Self) -> usize {
        reference_native::Arc::strong_count(&this.0)
    }
    pub fn ptr_eq(this: &Self, other: &Self) -> bool {
        reference_native::Arc::ptr_eq(&this.0, &other.0)
    }
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        reference_native::Arc::get_mut(&mut this.0)
    }
    pub fn try_unwrap(this: Self) -> Result<T, Self> {
        reference_native::Arc::try_unwrap(this.0).map_err(Arc)
    }
}
impl<T: Clone> Arc<T> {
    pub fn make_mut(this: &mut Self) -> &mut T {
        reference_native::Arc::make_mut(&mut this.0)
    }
}
impl<T> std::ops::Deref for Arc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
