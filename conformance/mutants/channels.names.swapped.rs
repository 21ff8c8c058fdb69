// SPDX-License-Identifier: MIT
// Mutant: the sender and the receiver have each other's names.
// Breaks: channels.names
// Verdict: FAIL
pub use reference_native::*;
pub use reference_native::{Receiver as Sender, Sender as Receiver};
