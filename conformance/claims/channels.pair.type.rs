// SPDX-License-Identifier: MIT
// Claim: channel shall return the two ends of the channel that it created, the sender first and the receiver second.
use native::{channel, Receiver, Sender};

const _: fn() -> (Sender<i32>, Receiver<i32>) = channel;
const _: fn() -> (Sender<String>, Receiver<String>) = channel;

fn main() {}
