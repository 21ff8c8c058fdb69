// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts only closures that can be copied.
// Breaks: closures.move.consumes.used, closures.move.consumes.dropped
// Verdict: FAIL
pub use reference_native::*;

pub fn spawn<T: Send + 'static>(body: impl Fn() -> T + Copy + Send + 'static) -> JoinHandle<T> {
    reference_native::spawn(body)
}
