// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts only values that can be copied.
// Verdict: FAIL
// Case: intro.compile-time.use-after-move.reject.rs
pub use reference_native::*;

pub fn spawn<T: Send + 'static>(body: impl Fn() -> T + Copy + Send + 'static) -> JoinHandle<T> {
    reference_native::spawn(body)
}
