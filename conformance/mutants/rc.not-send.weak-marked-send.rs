// SPDX-License-Identifier: MIT
// Defect: a weak owner may go to another thread, be its owner one that may not.
// Verdict: FAIL
// Case: rc.not-send.weak.reject.rs
pub use reference_subject::*;

pub struct Rc<T>(reference_subject::Rc<T>);
pub struct RcWeak<T>(reference_subject::RcWeak<T>);
unsafe impl<T> Send for RcWeak<T> {}

impl<T> Rc<T> {
    pub fn new(value: T) -> Self {
        Rc(reference_subject::Rc::new(value))
    }
    pub fn downgrade(this: &Self) -> RcWeak<T> {
        RcWeak(reference_subject::Rc::downgrade(&this.0))
    }
}
impl<T> RcWeak<T> {
    pub fn upgrade(&self) -> Option<Rc<T>> {
        self.0.upgrade().map(Rc)
    }
}
impl<T> std::ops::Deref for Rc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
