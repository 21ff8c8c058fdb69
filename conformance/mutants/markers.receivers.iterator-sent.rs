// SPDX-License-Identifier: MIT
// Mutant: an iterator that owns a receiver is sendable whatever the messages are.
// Breaks: markers.receivers
// Verdict: FAIL
// Case: markers.receivers.owning-iterator.type.rs
pub use reference_native::*;

pub struct Receiver<T>(reference_native::Receiver<T>);
pub struct IntoIter<T>(<reference_native::Receiver<T> as IntoIterator>::IntoIter);
unsafe impl<T> Send for IntoIter<T> {}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.next()
    }
}
impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        IntoIter(self.0.into_iter())
    }
}
