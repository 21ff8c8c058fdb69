// SPDX-License-Identifier: MIT
// Mutant: `spawn` returns nothing.
// Breaks: join.handle.returned
// Verdict: FAIL
pub use reference_native::*;

pub fn spawn<T: Send + 'static>(body: impl FnOnce() -> T + Send + 'static) {
    drop(reference_native::spawn(body));
}
