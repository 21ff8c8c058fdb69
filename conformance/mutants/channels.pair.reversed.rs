// SPDX-License-Identifier: MIT
// Mutant: the receiver comes first in the pair.
// Breaks: channels.pair
// Verdict: FAIL
pub use reference_native::*;

pub fn channel<T>() -> (Receiver<T>, Sender<T>) {
    let (tx, rx) = reference_native::channel();
    (rx, tx)
}
