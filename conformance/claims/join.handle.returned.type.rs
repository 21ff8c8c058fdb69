// SPDX-License-Identifier: MIT
// Claim: spawn shall return a join handle for the thread that it started.
use native::{spawn, JoinHandle};

const _: fn(fn()) -> JoinHandle<()> = spawn;
const _: fn(fn() -> i32) -> JoinHandle<i32> = spawn;
const _: fn(fn() -> String) -> JoinHandle<String> = spawn;

fn main() {}
