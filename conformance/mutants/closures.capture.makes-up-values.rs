// SPDX-License-Identifier: MIT
// Mutant: `spawn` invents the values for which the closure has a parameter but the call no argument.
// Breaks: closures.capture
// Verdict: FAIL
// Case: closures.capture.reject.rs
pub use reference_native::*;

pub trait Body<Asked, T> {
    fn call(self) -> T;
}
impl<F: FnOnce() -> T, T> Body<(), T> for F {
    fn call(self) -> T {
        self()
    }
}
impl<F: FnOnce(A) -> T, A: Default, T> Body<(A,), T> for F {
    fn call(self) -> T {
        self(A::default())
    }
}

pub fn spawn<Asked, T: Send + 'static>(body: impl Body<Asked, T> + Send + 'static) -> JoinHandle<T> {
    reference_native::spawn(move || body.call())
}
