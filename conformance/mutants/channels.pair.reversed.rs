// SPDX-License-Identifier: MIT
// Defect: the receiving end comes first.
// Verdict: FAIL
pub use reference_subject::*;

pub fn channel<T>() -> (Receiver<T>, Sender<T>) {
    let (tx, rx) = reference_subject::channel();
    (rx, tx)
}
