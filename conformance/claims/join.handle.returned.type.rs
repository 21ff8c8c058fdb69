// SPDX-License-Identifier: MIT
use native::{spawn, JoinHandle};

const _: fn(fn()) -> JoinHandle<()> = spawn;
const _: fn(fn() -> i32) -> JoinHandle<i32> = spawn;
const _: fn(fn() -> String) -> JoinHandle<String> = spawn;

fn main() {}
