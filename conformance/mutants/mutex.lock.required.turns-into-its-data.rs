// SPDX-License-Identifier: MIT
// Mutant: a mutex can be dereferenced to its data.
// Breaks: mutex.lock.required
// Verdict: FAIL
pub use reference_native::*;

pub struct Mutex<T> {
    taken: reference_native::Mutex<()>,
    data: T,
}

impl<T> Mutex<T> {
    pub fn new(data: T) -> Self {
        Mutex { taken: reference_native::Mutex::new(()), data }
    }
    pub fn lock(&self) -> LockResult<&T> {
        drop(self.taken.lock());
        Ok(&self.data)
    }
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        Ok(&mut self.data)
    }
}
impl<T> std::ops::Deref for Mutex<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.data
    }
}
