// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts values that are not sendable.
// Verdict: FAIL
// Case: send.transfer.reject.rs
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
