// SPDX-License-Identifier: MIT
// Mutant: an Rc is marked as sendable.
// Breaks: send.rc
// Verdict: FAIL
pub use reference_native::*;

pub struct Rc<T: ?Sized>(reference_native::Rc<T>);
unsafe impl<T: ?Sized> Send for Rc<T> {}
unsafe impl<T: ?Sized> Sync for Rc<T> {}

impl<T> Rc<T> {
    pub fn new(value: T) -> Self {
        Rc(reference_native::Rc::new(value))
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
