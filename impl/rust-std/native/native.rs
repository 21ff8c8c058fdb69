// SPDX-License-Identifier: MIT
//! The native bindings of Rust's standard library: its names, in the crate that every Rust implementation gives to
//! its own. The compile-time cases use these names.

pub use std::marker::{Send, Sync};
pub use std::rc::{Rc, Weak as RcWeak};
pub use std::sync::mpsc::{channel, Receiver, RecvError, SendError, Sender, SyncSender, TryIter, TryRecvError};
pub use std::sync::mpsc::{RecvTimeoutError, TrySendError};
pub use std::sync::{Arc, Barrier, Condvar, LockResult, Mutex, MutexGuard, Once, PoisonError, Weak as ArcWeak};
pub use std::sync::{BarrierWaitResult, TryLockError, WaitTimeoutResult};
pub use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};
pub use std::thread::{sleep, spawn, JoinHandle};
