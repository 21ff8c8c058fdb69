// SPDX-License-Identifier: MIT
// Mutant: the result of a thread is not checked.
// Verdict: FAIL
// Case: rc.not-send.returned.reject.rs
pub use reference_native::*;

pub struct JoinHandle<T>(reference_native::JoinHandle<Returned<T>>);
struct Returned<T>(T);
unsafe impl<T> Send for Returned<T> {}

impl<T> JoinHandle<T> {
    pub fn join(self) -> Result<T, Box<dyn std::any::Any + Send>> {
        self.0.join().map(|returned| returned.0)
    }
}

pub fn spawn<T: 'static>(body: impl FnOnce() -> T + Send + 'static) -> JoinHandle<T> {
    JoinHandle(reference_native::spawn(|| Returned(body())))
}
