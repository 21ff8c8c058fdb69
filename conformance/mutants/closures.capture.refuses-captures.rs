// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts only functions, which capture nothing.
// Breaks: closures.capture
// Verdict: FAIL
// Case: closures.capture.function.reject.rs
pub use reference_native::*;

pub fn spawn<T: Send + 'static>(body: fn() -> T) -> JoinHandle<T> {
    reference_native::spawn(body)
}
