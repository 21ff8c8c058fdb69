// SPDX-License-Identifier: MIT
//! parking_lot behind the port: its mutex, between the standard library's threads. It has no poisoning: taking a lock
//! never fails, and there is nothing to unwrap.
use fearless_port::{fearless_port, Implementation, Mutexes, NoGuard, Value};
use parking_lot::{Mutex, MutexGuard};

/// The library has no threads of its own; its users take the standard library's.
#[path = "../rust-std/threads.rs"]
mod threads;

struct Port;

impl Implementation for Port {
    const NAME: &'static str = "parking-lot";
    const RELEASE: &'static str = env!("FEARLESS_RELEASE");
}

impl Mutexes for Port {
    type Mutex = Mutex<Value>;
    type Guard = MutexGuard<'static, Value>;

    fn create(value: Value) -> Mutex<Value> {
        Mutex::new(value)
    }
    fn lock(mutex: &'static Mutex<Value>) -> Result<Self::Guard, NoGuard> {
        Ok(mutex.lock())
    }
    fn try_lock(mutex: &'static Mutex<Value>) -> Result<Self::Guard, NoGuard> {
        mutex.try_lock().ok_or(NoGuard::WouldBlock)
    }
    fn lock_unwrap(mutex: &'static Mutex<Value>) -> Self::Guard {
        mutex.lock()
    }
}

fearless_port!(Port: threads, mutexes);
