// SPDX-License-Identifier: MIT
// Claim: A mutex shall be created around a first value, which is moved into it. The first holder finds this value, and
//   the mutex drops its data exactly once, together with itself.
use native::Mutex;

const _: fn(i32) -> Mutex<i32> = Mutex::new;
const _: fn(Vec<i32>) -> Mutex<Vec<i32>> = Mutex::new;
const _: fn(Box<i32>) -> Mutex<Box<i32>> = Mutex::new;

fn main() {}
