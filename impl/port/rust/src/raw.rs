// SPDX-License-Identifier: MIT
//! The declarations of `fearless_port.h` in Rust. That header has the contract of every function.

use std::ffi::c_void;
use std::os::raw::c_char;

use crate::Value;

/// `FEARLESS_PORT_VERSION`.
pub const VERSION: u32 = 1;

/// How a piece of code ended.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Returns = 0,
    Panics = 1,
}

/// The result of a receive.
#[repr(C)]
pub enum Received {
    Received = 0,
    Empty = 1,
    Disconnected = 2,
}

/// The result of an attempt to lock.
#[repr(C)]
pub enum Locked {
    Locked = 0,
    Poisoned = 1,
    WouldBlock = 2,
}

/// Code that runs with the lock held.
pub type LockedBody = unsafe extern "C" fn(env: *mut c_void, slot: *mut Value) -> Outcome;

/// Code that runs for each value of an iteration.
pub type EachBody = unsafe extern "C" fn(env: *mut c_void, value: Value) -> bool;

/// The implementation's objects, opaque to the suite.
pub enum Thread {}
pub enum Sender {}
pub enum Receiver {}
pub enum Mutex {}
pub enum Guard {}
pub enum Rc {}
pub enum Arc {}
pub enum ArcWeak {}

#[repr(C)]
pub struct Threads {
    pub spawn: unsafe extern "C" fn(crate::Closure) -> *mut Thread,
    pub join: unsafe extern "C" fn(*mut Thread, *mut Value) -> Outcome,
    pub join_unwrap: unsafe extern "C" fn(*mut Thread, *mut Value) -> Outcome,
    pub detach: unsafe extern "C" fn(*mut Thread),
    pub sleep: unsafe extern "C" fn(u64),
}

#[repr(C)]
pub struct Channels {
    pub channel: unsafe extern "C" fn(*mut *mut Sender, *mut *mut Receiver),
    pub clone_sender: unsafe extern "C" fn(*const Sender) -> *mut Sender,
    pub drop_sender: unsafe extern "C" fn(*mut Sender),
    pub drop_receiver: unsafe extern "C" fn(*mut Receiver),
    pub send: unsafe extern "C" fn(*mut Sender, Value, *mut Value) -> bool,
    pub recv: unsafe extern "C" fn(*mut Receiver, *mut Value) -> Received,
    pub try_recv: unsafe extern "C" fn(*mut Receiver, *mut Value) -> Received,
    pub for_each: unsafe extern "C" fn(*mut Receiver, EachBody, *mut c_void),
}

#[repr(C)]
pub struct Mutexes {
    pub create: unsafe extern "C" fn(Value) -> *mut Mutex,
    pub drop: unsafe extern "C" fn(*mut Mutex),
    pub lock: unsafe extern "C" fn(*mut Mutex, *mut *mut Guard) -> Locked,
    pub try_lock: unsafe extern "C" fn(*mut Mutex, *mut *mut Guard) -> Locked,
    pub deref: unsafe extern "C" fn(*mut Guard) -> *mut Value,
    pub unlock: unsafe extern "C" fn(*mut Guard),
    pub with_lock: unsafe extern "C" fn(*mut Mutex, LockedBody, *mut c_void, *mut Outcome) -> Locked,
    pub with_lock_unwrap: unsafe extern "C" fn(*mut Mutex, LockedBody, *mut c_void) -> Outcome,
}

/// `fearless_rcs` and `fearless_arcs`: the same table, each with its own handle.
#[repr(C)]
pub struct Owners<Raw> {
    pub create: unsafe extern "C" fn(Value) -> *mut Raw,
    pub clone: unsafe extern "C" fn(*const Raw) -> *mut Raw,
    pub deref: unsafe extern "C" fn(*const Raw) -> *const Value,
    pub count: unsafe extern "C" fn(*const Raw) -> usize,
    pub drop: unsafe extern "C" fn(*mut Raw),
    pub cycle: unsafe extern "C" fn(*const Raw, usize),
}

#[repr(C)]
pub struct WeakArcs {
    pub downgrade: unsafe extern "C" fn(*const Arc) -> *mut ArcWeak,
    pub upgrade: unsafe extern "C" fn(*const ArcWeak) -> *mut Arc,
    pub drop: unsafe extern "C" fn(*mut ArcWeak),
}

/// The port. A group that the implementation does not support is `None`.
#[repr(C)]
pub struct Port {
    pub size: usize,
    pub version: u32,
    pub name: *const c_char,
    pub release: *const c_char,
    pub threads: Option<&'static Threads>,
    pub channels: Option<&'static Channels>,
    pub mutexes: Option<&'static Mutexes>,
    pub rcs: Option<&'static Owners<Rc>>,
    pub arcs: Option<&'static Owners<Arc>>,
    pub weak_arcs: Option<&'static WeakArcs>,
}

// SAFETY: a port is only ever read, and what it points to is constant and lives for ever.
unsafe impl Sync for Port {}

impl Port {
    /// A port without any group. Both texts end with a NUL.
    pub const fn new(name: &'static [u8], release: &'static [u8]) -> Self {
        Port {
            size: std::mem::size_of::<Port>(),
            version: VERSION,
            name: name.as_ptr().cast(),
            release: release.as_ptr().cast(),
            threads: None,
            channels: None,
            mutexes: None,
            rcs: None,
            arcs: None,
            weak_arcs: None,
        }
    }
}
