// SPDX-License-Identifier: MIT
// Mutant: an assignment copies a weak owner without counting the copy.
// Breaks: rc.owners
// Verdict: FAIL
// Case: rc.owners.weak-copied.reject.rs
pub use reference_native::*;

pub struct Rc<T: 'static>(reference_native::Rc<T>);
pub struct RcWeak<T: 'static>(&'static reference_native::RcWeak<T>);

impl<T> Rc<T> {
    pub fn new(value: T) -> Self {
        Rc(reference_native::Rc::new(value))
    }
    pub fn downgrade(this: &Self) -> RcWeak<T> {
        RcWeak(Box::leak(Box::new(reference_native::Rc::downgrade(&this.0))))
    }
}
impl<T> std::ops::Deref for Rc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
impl<T> RcWeak<T> {
    pub fn upgrade(&self) -> Option<Rc<T>> {
        self.0.upgrade().map(Rc)
    }
}
impl<T> Clone for RcWeak<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for RcWeak<T> {}
