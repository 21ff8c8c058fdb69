// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts a closure whose borrows may end before the thread does.
// Breaks: closures.borrow.drop-rejected, closures.borrow.rejected, closures.move.transfers.unmoved
// Verdict: FAIL
pub use reference_native::*;

pub fn spawn<'a, T: Send + 'static>(body: impl FnOnce() -> T + Send + 'a) -> JoinHandle<T> {
    let body: Box<dyn FnOnce() -> T + Send + 'a> = Box::new(body);
    let lasting: Box<dyn FnOnce() -> T + Send> = unsafe { std::mem::transmute(body) };
    reference_native::spawn(lasting)
}
