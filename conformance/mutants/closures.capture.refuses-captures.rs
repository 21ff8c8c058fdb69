// SPDX-License-Identifier: MIT
// Defect: `spawn` takes functions only, which capture nothing.
// Verdict: FAIL
// Case: closures.capture.function.reject.rs
pub use reference_subject::*;

pub fn spawn<T: Send + 'static>(body: fn() -> T) -> JoinHandle<T> {
    reference_subject::spawn(body)
}
