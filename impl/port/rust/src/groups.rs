// SPDX-License-Identifier: MIT
//! What an implementation must offer, a trait for each group of the port.

use std::ops::{Deref, DerefMut};
use std::thread;
use std::time::Duration;

use crate::{Closure, Value};

/// An implementation, as the certificate names it.
pub trait Implementation {
    /// For example `"rust-std"`.
    const NAME: &'static str;
    /// For example `"1.95.0"`.
    const RELEASE: &'static str;
}

/// Threads.
pub trait Threads {
    type JoinHandle;

    /// Starts a thread that runs `body.call()`. Panics where the system can't start one.
    fn spawn(body: Closure) -> Self::JoinHandle;

    /// Waits for the thread: its value, or the payload of its panic. Blocks.
    fn join(handle: Self::JoinHandle) -> thread::Result<Value>;

    /// The same through the implementation's own unwrap: panics if the thread did. Blocks.
    fn join_unwrap(handle: Self::JoinHandle) -> Value;

    /// Stops the calling thread for at least that long.
    fn sleep(duration: Duration);
}

/// Why a [`Channels::try_recv`] gave no value.
pub enum NoValue {
    Empty,
    Disconnected,
}

/// Channels: many transmitters, one receiver, no bound. Dropping an end is the implementation's own drop.
pub trait Channels {
    type Sender: Clone;
    type Receiver;

    fn channel() -> (Self::Sender, Self::Receiver);

    /// Sends without waiting; gives the value back where the receiver is gone.
    fn send(sender: &Self::Sender, value: Value) -> Result<(), Value>;

    /// Waits for a value; none when the channel is closed. Blocks.
    fn recv(receiver: &Self::Receiver) -> Option<Value>;

    /// Gives a value if one is there.
    fn try_recv(receiver: &Self::Receiver) -> Result<Value, NoValue>;

    /// The implementation's own iteration, until `body` gives false or the channel is closed. Blocks.
    fn for_each(receiver: &Self::Receiver, body: impl FnMut(Value) -> bool);
}

/// Why a [`Mutexes::lock`] or [`Mutexes::try_lock`] gave no guard. The lock is not held then.
pub enum NoGuard {
    Poisoned,
    WouldBlock,
}

/// Mutexes around a [`Value`].
///
/// A mutex is lent out as `&'static`, as a trait of Rust 1.63 can't name the guard's lifetime: it lives until the suite
/// drops it, which it does when no guard is left.
pub trait Mutexes {
    type Mutex: 'static;
    type Guard: DerefMut<Target = Value>;

    fn create(value: Value) -> Self::Mutex;

    /// Waits for the lock. Blocks.
    fn lock(mutex: &'static Self::Mutex) -> Result<Self::Guard, NoGuard>;

    /// The same without waiting.
    fn try_lock(mutex: &'static Self::Mutex) -> Result<Self::Guard, NoGuard>;

    /// Waits for the lock through the implementation's own unwrap: panics where the lock failed. Blocks.
    fn lock_unwrap(mutex: &'static Self::Mutex) -> Self::Guard;
}

/// Owners of a value shared within one thread.
pub trait Rcs {
    type Owner: Clone + Deref<Target = Value>;

    fn create(value: Value) -> Self::Owner;

    /// How many owners there are.
    fn count(owner: &Self::Owner) -> usize;
}

/// Owners of a value shared among threads.
pub trait Arcs {
    type Owner: Clone + Deref<Target = Value>;

    fn create(value: Value) -> Self::Owner;

    /// How many owners there are.
    fn count(owner: &Self::Owner) -> usize;
}

/// Weak owners of [`Arcs`].
pub trait WeakArcs: Arcs {
    type Weak;

    fn downgrade(owner: &Self::Owner) -> Self::Weak;

    /// Gives an owner, or none where the last one is gone.
    fn upgrade(weak: &Self::Weak) -> Option<Self::Owner>;
}
