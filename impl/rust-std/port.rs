// SPDX-License-Identifier: MIT
//! Rust's standard library behind the port.
use std::rc::Rc;
use std::sync::mpsc::{channel, Receiver, Sender, TryRecvError};
use std::sync::{Arc, LockResult, Mutex, MutexGuard, TryLockError, Weak};

use fearless_port::{fearless_port, Arcs, Implementation, Mutexes, NoGuard, Rcs, Value, WeakArcs};

mod channels;
mod threads;

struct Port;

impl Implementation for Port {
    const NAME: &'static str = "rust-std";
    const RELEASE: &'static str = env!("FEARLESS_RELEASE");
}

fn guarded<Guard>(locked: LockResult<Guard>) -> Result<Guard, NoGuard> {
    locked.map_err(|_| NoGuard::Poisoned)
}

impl Mutexes for Port {
    type Mutex = Mutex<Value>;
    type Guard = MutexGuard<'static, Value>;

    fn create(value: Value) -> Mutex<Value> {
        Mutex::new(value)
    }
    fn lock(mutex: &'static Mutex<Value>) -> Result<Self::Guard, NoGuard> {
        guarded(mutex.lock())
    }
    fn try_lock(mutex: &'static Mutex<Value>) -> Result<Self::Guard, NoGuard> {
        match mutex.try_lock() {
            Err(TryLockError::WouldBlock) => Err(NoGuard::WouldBlock),
            Err(TryLockError::Poisoned(poisoned)) => guarded(Err(poisoned)),
            Ok(guard) => Ok(guard),
        }
    }
    fn lock_unwrap(mutex: &'static Mutex<Value>) -> Self::Guard {
        mutex.lock().unwrap()
    }
}

impl Rcs for Port {
    type Owner = Rc<Value>;

    fn create(value: Value) -> Rc<Value> {
        Rc::new(value)
    }
    fn count(owner: &Rc<Value>) -> usize {
        Rc::strong_count(owner)
    }
}

impl Arcs for Port {
    type Owner = Arc<Value>;

    fn create(value: Value) -> Arc<Value> {
        Arc::new(value)
    }
    fn count(owner: &Arc<Value>) -> usize {
        Arc::strong_count(owner)
    }
}

impl WeakArcs for Port {
    type Weak = Weak<Value>;

    fn downgrade(owner: &Arc<Value>) -> Weak<Value> {
        Arc::downgrade(owner)
    }
    fn upgrade(weak: &Weak<Value>) -> Option<Arc<Value>> {
        weak.upgrade()
    }
}

fearless_port!(Port: threads, channels, mutexes, rcs, arcs, weak_arcs);
