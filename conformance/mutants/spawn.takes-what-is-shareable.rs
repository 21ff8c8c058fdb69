// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts a closure that is shareable, although it may not be sendable.
// Breaks: send.transfer.only-sendable
// Verdict: FAIL
// Case: send.transfer.only-sendable.shareable.reject.rs
pub use reference_native::*;

struct Taken<F>(F);
unsafe impl<F: Sync> Send for Taken<F> {}

impl<F: FnOnce() -> T, T> Taken<F> {
    fn call(self) -> T {
        (self.0)()
    }
}

pub fn spawn<T: Send + 'static>(body: impl FnOnce() -> T + Sync + 'static) -> JoinHandle<T> {
    let taken = Taken(body);
    reference_native::spawn(move || taken.call())
}
