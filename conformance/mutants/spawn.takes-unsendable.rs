// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts a closure that is not sendable.
// Breaks: closures.borrow.rejected, markers.own-types.unmarked, send.composed, send.primitives,
// send.transfer.only-sendable
// Verdict: FAIL
// Case: closures.borrow.rejected.pointer.reject.rs, markers.own-types.unmarked.sent.reject.rs, send.composed.reject.rs,
// send.primitives.reject.rs, send.transfer.only-sendable.reject.rs
pub use reference_native::*;

struct Taken<F>(F);
unsafe impl<F> Send for Taken<F> {}

impl<F: FnOnce() -> T, T> Taken<F> {
    fn call(self) -> T {
        (self.0)()
    }
}

pub fn spawn<T: Send + 'static>(body: impl FnOnce() -> T + 'static) -> JoinHandle<T> {
    let taken = Taken(body);
    reference_native::spawn(move || taken.call())
}
