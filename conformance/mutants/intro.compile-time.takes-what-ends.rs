// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts a closure that may end before the thread.
// Verdict: FAIL
// Case: intro.compile-time.borrow.reject.rs
pub use reference_native::*;

pub fn spawn<'a, T: Send + 'static>(body: impl FnOnce() -> T + Send + 'a) -> JoinHandle<T> {
    let body: Box<dyn FnOnce() -> T + Send + 'a> = Box::new(body);
    let lasting: Box<dyn FnOnce() -> T + Send> = unsafe { std::mem::transmute(body) };
    reference_native::spawn(lasting)
}
