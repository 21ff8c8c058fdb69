// SPDX-License-Identifier: MIT
use native::{channel, Receiver, Sender};

const _: fn() -> (Sender<i32>, Receiver<i32>) = channel;
const _: fn() -> (Sender<String>, Receiver<String>) = channel;

fn main() {}
