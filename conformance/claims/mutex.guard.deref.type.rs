// SPDX-License-Identifier: MIT
// Claim: Dereferencing a guard shall give a reference to the data itself, at its place in the mutex, and not to a copy.
use std::ops::{Deref, DerefMut};
use native::MutexGuard;

const _: for<'a> fn(&'a MutexGuard<'static, i32>) -> &'a i32 = Deref::deref;
const _: for<'a> fn(&'a mut MutexGuard<'static, i32>) -> &'a mut i32 = DerefMut::deref_mut;
const _: for<'a> fn(&'a MutexGuard<'static, String>) -> &'a String = Deref::deref;
const _: for<'a> fn(&'a mut MutexGuard<'static, String>) -> &'a mut String = DerefMut::deref_mut;

fn main() {}
