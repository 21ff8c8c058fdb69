// SPDX-License-Identifier: MIT
//! Rust's standard library behind the port.
use std::rc::Rc;
use std::sync::mpsc::{channel, Receiver, Sender, TryRecvError};
use std::sync::{Arc, LockResult, Mutex, MutexGuard, TryLockError, Weak};

use fearless_port::{
    fearless_port, Arcs, Channels, Implementation, Mutexes, NoGuard, NoValue, Rcs, Value, WeakArcs,
};

mod threads;

struct Port;

impl Implementation for Port {
    const NAME: &'static str = "rust-std";
    const RELEASE: &'static str = env!("FEARLESS_RELEASE");
}

impl Channels for Port {
    type Sender = Sender<Value>;
    type Receiver = Receiver<Value>;

    fn channel() -> (Sender<Value>, Receiver<Value>) {
        channel()
    }
    fn send(sender: &Sender<Value>, value: Value) -> Result<(), Value> {
        sender.send(value).map_err(|refused| refused.0)
    }
    fn recv(receiver: &Receiver<Value>) -> Option<Value> {
        receiver.recv().ok()
    }
    fn try_recv(receiver: &Receiver<Value>) -> Result<Value, NoValue> {
        receiver.try_recv().map_err(|why| match why {
            TryRecvError::Empty => NoValue::Empty,
            TryRecvError::Disconnected => NoValue::Disconnected,
        })
    }
    fn for_each(receiver: &Receiver<Value>, mut body: impl FnMut(Value) -> bool) {
        for value in receiver {
            if !body(value) {
                break;
            }
        }
    }
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
