// SPDX-License-Identifier: MIT
//! What the suite owns and hands over: values and closures.

use std::any::Any;
use std::ffi::c_void;
use std::panic::panic_any;
use std::ptr::null_mut;

use crate::raw::Outcome;

/// An owned value of the suite's, a `fearless_value`: it may be moved, never looked into, and is dropped once.
#[repr(C)]
pub struct Value {
    data: *mut c_void,
    drop: Option<unsafe extern "C" fn(*mut c_void)>,
}

// SAFETY: the port's contract: a value may be moved to, read on and dropped on any thread.
unsafe impl Send for Value {}
// SAFETY: as above; nothing here can be changed through a shared reference.
unsafe impl Sync for Value {}

impl Value {
    /// No value: nothing to drop.
    pub const fn none() -> Self {
        Value { data: null_mut(), drop: None }
    }

    /// The payload of a panic where it is the suite's own, otherwise nothing.
    pub(crate) fn of_panic(payload: Box<dyn Any + Send>) -> Self {
        payload.downcast().map_or_else(|_| Value::none(), |own| *own)
    }
}

impl Drop for Value {
    fn drop(&mut self) {
        if let Some(drop) = self.drop {
            // SAFETY: this is the value's last owner, and a Rust value is dropped once.
            unsafe { drop(self.data) }
        }
    }
}

/// A closure of the suite's, a `fearless_closure`: to be called at most once, on any thread.
#[repr(C)]
pub struct Closure {
    env: *mut c_void,
    call: unsafe extern "C" fn(*mut c_void, *mut Value) -> Outcome,
    drop: unsafe extern "C" fn(*mut c_void),
}

// SAFETY: the port's contract: a closure is run and dropped on the thread that it was made for.
unsafe impl Send for Closure {}

impl Closure {
    /// Runs the suite's code and drops it: gives its value, or panics with its payload.
    pub fn call(self) -> Value {
        let mut result = Value::none();
        // SAFETY: `self` is used up here, so this is the only call, and `result` is a place to write to.
        match unsafe { (self.call)(self.env, &mut result) } {
            Outcome::Returns => result,
            Outcome::Panics => panic_any(result),
        }
    }
}

impl Drop for Closure {
    fn drop(&mut self) {
        // SAFETY: this is the closure's owner, and a Rust value is dropped once.
        unsafe { (self.drop)(self.env) }
    }
}
