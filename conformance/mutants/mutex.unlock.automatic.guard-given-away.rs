// SPDX-License-Identifier: MIT
// Defect: `spawn` takes what may not go to another thread, and what may end before it.
// Verdict: FAIL
// Case: mutex.unlock.automatic.given-to-a-thread.reject.rs
pub use reference_subject::*;

pub fn spawn<'a, T: Send + 'static>(body: impl FnOnce() -> T + 'a) -> JoinHandle<T> {
    let body: Box<dyn FnOnce() -> T + 'a> = Box::new(body);
    let lasting: Box<dyn FnOnce() -> T + Send> = unsafe { std::mem::transmute(body) };
    reference_subject::spawn(lasting)
}
