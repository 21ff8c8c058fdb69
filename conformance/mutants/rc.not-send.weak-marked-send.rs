// SPDX-License-Identifier: MIT
// Mutant: a weak owner of an Rc's value may go to another thread.
// Breaks: rc.not-send.alone
// Verdict: FAIL
// Case: rc.not-send.alone.weak.reject.rs
pub use reference_native::*;

pub struct Rc<T>(reference_native::Rc<T>);
pub struct RcWeak<T>(reference_native::RcWeak<T>);
unsafe impl<T> Send for RcWeak<T> {}

impl<T> Rc<T> {
    pub fn new(value: T) -> Self {
        Rc(reference_native::Rc::new(value))
    }
    pub fn downgrade(this: &Self) -> RcWeak<T> {
        RcWeak(reference_native::Rc::downgrade(&this.0))
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
