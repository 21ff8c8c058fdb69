// SPDX-License-Identifier: MIT
use native::Mutex;

const _: fn(i32) -> Mutex<i32> = Mutex::new;
const _: fn(Vec<i32>) -> Mutex<Vec<i32>> = Mutex::new;
const _: fn(Box<i32>) -> Mutex<Box<i32>> = Mutex::new;

fn main() {}
