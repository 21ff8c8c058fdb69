// SPDX-License-Identifier: MIT
// Defect: `spawn` takes only what can be copied.
// Verdict: FAIL
// Case: intro.compile-time.use-after-move.reject.rs
pub use reference_subject::*;

pub fn spawn<T: Send + 'static>(body: impl Fn() -> T + Copy + Send + 'static) -> JoinHandle<T> {
    reference_subject::spawn(body)
}
