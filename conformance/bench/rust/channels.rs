// SPDX-License-Identifier: MIT
//! Rust's channels behind the port, to be measured: `std::sync::mpsc`, or crossbeam's with `--cfg crossbeam`.
#![allow(non_camel_case_types)]

#[cfg(crossbeam)]
use crossbeam_channel::{unbounded as channel, Receiver, Sender, TryRecvError};
#[cfg(not(crossbeam))]
use std::sync::mpsc::{channel, Receiver, Sender, TryRecvError};

use std::ffi::{c_char, c_void};

/// `fearless_value`, owned: dropped once.
#[repr(C)]
pub struct value {
    data: *mut c_void,
    drop: Option<extern "C" fn(*mut c_void)>,
}
unsafe impl Send for value {}
impl Drop for value {
    fn drop(&mut self) {
        if let Some(drop) = self.drop {
            drop(self.data)
        }
    }
}

type sender = Sender<value>;
type receiver = Receiver<value>;

const RECEIVED: i32 = 0;
const EMPTY: i32 = 1;
const DISCONNECTED: i32 = 2;

unsafe extern "C" fn make(tx: *mut *mut sender, rx: *mut *mut receiver) {
    let (sending, receiving) = channel();
    *tx = Box::into_raw(Box::new(sending));
    *rx = Box::into_raw(Box::new(receiving));
}
unsafe extern "C" fn clone_sender(tx: *const sender) -> *mut sender {
    Box::into_raw(Box::new((*tx).clone()))
}
unsafe extern "C" fn drop_sender(tx: *mut sender) {
    drop(Box::from_raw(tx))
}
unsafe extern "C" fn drop_receiver(rx: *mut receiver) {
    drop(Box::from_raw(rx))
}
unsafe extern "C" fn send(tx: *mut sender, sent: value, returned: *mut value) -> bool {
    match (*tx).send(sent) {
        Ok(()) => true,
        Err(error) => {
            returned.write(error.0);
            false
        }
    }
}
unsafe extern "C" fn recv(rx: *mut receiver, got: *mut value) -> i32 {
    match (*rx).recv() {
        Ok(received) => {
            got.write(received);
            RECEIVED
        }
        Err(_) => DISCONNECTED,
    }
}
unsafe extern "C" fn try_recv(rx: *mut receiver, got: *mut value) -> i32 {
    match (*rx).try_recv() {
        Ok(received) => {
            got.write(received);
            RECEIVED
        }
        Err(TryRecvError::Empty) => EMPTY,
        Err(TryRecvError::Disconnected) => DISCONNECTED,
    }
}
unsafe extern "C" fn for_each(rx: *mut receiver, body: extern "C" fn(*mut c_void, value) -> bool, env: *mut c_void) {
    for received in (*rx).iter() {
        if !body(env, received) {
            break;
        }
    }
}

#[repr(C)]
pub struct channels {
    channel: unsafe extern "C" fn(*mut *mut sender, *mut *mut receiver),
    clone_sender: unsafe extern "C" fn(*const sender) -> *mut sender,
    drop_sender: unsafe extern "C" fn(*mut sender),
    drop_receiver: unsafe extern "C" fn(*mut receiver),
    send: unsafe extern "C" fn(*mut sender, value, *mut value) -> bool,
    recv: unsafe extern "C" fn(*mut receiver, *mut value) -> i32,
    try_recv: unsafe extern "C" fn(*mut receiver, *mut value) -> i32,
    for_each: unsafe extern "C" fn(*mut receiver, extern "C" fn(*mut c_void, value) -> bool, *mut c_void),
}
static CHANNELS: channels =
    channels { channel: make, clone_sender, drop_sender, drop_receiver, send, recv, try_recv, for_each };

#[repr(C)]
pub struct port {
    size: usize,
    version: u32,
    name: *const c_char,
    release: *const c_char,
    threads: *const c_void,
    channels: &'static channels,
    mutexes: *const c_void,
    rcs: *const c_void,
    arcs: *const c_void,
}
unsafe impl Sync for port {}

static PORT: port = port {
    size: std::mem::size_of::<port>(),
    version: 1,
    name: if cfg!(crossbeam) { c"crossbeam".as_ptr() } else { c"rust-mpsc".as_ptr() },
    release: c"measured".as_ptr(),
    threads: std::ptr::null(),
    channels: &CHANNELS,
    mutexes: std::ptr::null(),
    rcs: std::ptr::null(),
    arcs: std::ptr::null(),
};

#[no_mangle]
pub extern "C" fn fearless_port_v1() -> &'static port {
    &PORT
}
