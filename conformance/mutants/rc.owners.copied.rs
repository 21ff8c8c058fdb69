// SPDX-License-Identifier: MIT
// Mutant: an assignment copies an Rc without counting the copy, and the value is never dropped.
// Breaks: rc.owners
// Verdict: FAIL
// Case: rc.owners.copied.reject.rs
pub use reference_native::*;

pub struct Rc<T: 'static>(&'static T);

impl<T> Rc<T> {
    pub fn new(value: T) -> Self {
        Rc(Box::leak(Box::new(value)))
    }
}
impl<T> Clone for Rc<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Rc<T> {}
impl<T> std::ops::Deref for Rc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0
    }
}
