// SPDX-License-Identifier: MIT
//! The suite's values and closures.

use std::any::Any;
use std::ffi::c_void;
use std::panic::panic_any;
use std::ptr::null_mut;

use crate::raw::Outcome;

/// An owned value of the suite, a `fearless_value`: opaque, can be moved, and is dropped once.
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

    /// The payload of a panic if the suite made it, otherwise no value.
    pub(crate) fn of_panic(payload: Box<dyn Any + Send>) -> Self {
        payload.downcast().map_or_else(|_| Value::none(), |own| *own)
    }
}

impl Drop for Value {
    fn drop(&mut self) {
        if let Some(drop) = self.drop {
            // SAFETY: this is the value's only owner, and Rust drops it once.
            unsafe { drop(self.data) }
        }
    }
}

/// A closure of the suite, a `fearless_closure`: called at most once, on any thread.
#[repr(C)]
pub struct Closure {
    env: *mut c_void,
    call: unsafe extern "C" fn(*mut c_void, *mut Value) -> Outcome,
    drop: unsafe extern "C" fn(*mut c_void),
}

// SAFETY: the port's contract: a closure may be moved to the thread that runs and drops it.
unsafe impl Send for Closure {}

impl Closure {
    /// Runs the suite's code and drops it: returns its value, or panics with its payload.
    pub fn call(self) -> Value {
        let mut result = Value::none();
        // SAFETY: `self` is consumed here, so this is the only call, and `result` may be written to.
        match unsafe { (self.call)(self.env, &mut result) } {
            Outcome::Returns => result,
            Outcome::Panics => panic_any(result),
        }
    }
}

impl Drop for Closure {
    fn drop(&mut self) {
        // SAFETY: this is the closure's only owner, and Rust drops it once.
        unsafe { (self.drop)(self.env) }
    }
}
