// SPDX-License-Identifier: MIT
// Mutant: an Rc is marked as sendable.
// Breaks: rc.not-send.alone
// Verdict: FAIL
// Case: rc.not-send.alone.reject.rs
pub use reference_native::*;

pub struct Rc<T>(reference_native::Rc<T>);
unsafe impl<T> Send for Rc<T> {}
unsafe impl<T> Sync for Rc<T> {}

impl<T> Rc<T> {
    pub fn new(value: T) -> Self {
        Rc(reference_native::Rc::new(value))
    }
    pub fn downgrade(this: &Self) -> RcWeak<T> {
        reference_native::Rc::downgrade(&this.0)
    }
}
impl<T> Clone for Rc<T> {
    fn clone(&self) -> Self {
        Rc(self.0.clone())
    }
}
impl<T> std::ops::Deref for Rc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
