// SPDX-License-Identifier: MIT
// Mutant: an iterator that borrows a receiver is sendable.
// Breaks: markers.iterators
// Verdict: FAIL
// Case: markers.iterators.waiting-iterator.type.rs
pub use reference_native::*;

pub struct Receiver<T>(reference_native::Receiver<T>);
pub struct Iter<'a, T>(<&'a reference_native::Receiver<T> as IntoIterator>::IntoIter);
unsafe impl<T: Send> Send for Iter<'_, T> {}

impl<T> Iterator for Iter<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.next()
    }
}
impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        Iter((&self.0).into_iter())
    }
}
