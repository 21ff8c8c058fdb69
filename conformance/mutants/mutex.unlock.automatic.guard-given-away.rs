// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts values that are not sendable and closures that may end before the thread.
// Breaks: mutex.unlock.automatic.exclusive
// Verdict: FAIL
// Case: mutex.unlock.automatic.exclusive.given-to-a-thread.reject.rs
pub use reference_native::*;

pub fn spawn<'a, T: Send + 'static>(body: impl FnOnce() -> T + 'a) -> JoinHandle<T> {
    let body: Box<dyn FnOnce() -> T + 'a> = Box::new(body);
    let lasting: Box<dyn FnOnce() -> T + Send> = unsafe { std::mem::transmute(body) };
    reference_native::spawn(lasting)
}
