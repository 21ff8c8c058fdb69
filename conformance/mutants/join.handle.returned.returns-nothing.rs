// SPDX-License-Identifier: MIT
// Defect: `spawn` returns nothing.
// Verdict: FAIL
pub use reference_subject::*;

pub fn spawn<T: Send + 'static>(body: impl FnOnce() -> T + Send + 'static) {
    drop(reference_subject::spawn(body));
}
