// SPDX-License-Identifier: MIT
// Mutant: a composed type never has the marker.
// Breaks: send.composed
// Verdict: FAIL
// Case: send.composed.type.rs
pub use reference_native::*;

pub trait Send {}
impl Send for i32 {}
impl Send for f64 {}
impl Send for String {}
impl<T: Send> Send for Vec<T> {}
impl<T: Send> Send for Box<T> {}
