// SPDX-License-Identifier: MIT
//! Rust's own library as the compile-time pairs see it: its names, under the name that every implementation gives to
//! its own.

pub use std::marker::{Send, Sync};
pub use std::rc::{Rc, Weak as RcWeak};
pub use std::sync::mpsc::{channel, Receiver, RecvError, SendError, Sender, TryRecvError};
pub use std::sync::{Arc, Barrier, Condvar, LockResult, Mutex, MutexGuard, Once, PoisonError, Weak as ArcWeak};
pub use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};
pub use std::thread::{sleep, spawn, JoinHandle};
