// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts a result that is shareable, although it may not be sendable.
// Breaks: send.transfer.only-sendable
// Verdict: FAIL
// Case: send.transfer.only-sendable.returned.shareable.reject.rs
pub use reference_native::*;

pub struct JoinHandle<T>(reference_native::JoinHandle<Returned<T>>);
struct Returned<T>(T);
unsafe impl<T: Sync> Send for Returned<T> {}

impl<T> JoinHandle<T> {
    pub fn join(self) -> Result<T, Box<dyn std::any::Any + Send>> {
        self.0.join().map(|returned| returned.0)
    }
}

pub fn spawn<T: Sync + 'static>(body: impl FnOnce() -> T + Send + 'static) -> JoinHandle<T> {
    JoinHandle(reference_native::spawn(|| Returned(body())))
}
