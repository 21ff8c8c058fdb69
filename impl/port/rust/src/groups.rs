// SPDX-License-Identifier: MIT
//! The traits that an implementation implements, one for each group of the port.

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

    /// Starts a thread that runs `body.call()`. Panics if the system can't start a thread.
    fn spawn(body: Closure) -> Self::JoinHandle;

    /// Waits for the thread; returns its value, or the payload of its panic. Blocks.
    fn join(handle: Self::JoinHandle) -> thread::Result<Value>;

    /// Joins, and unwraps the result with the implementation's own unwrap: panics if the thread panicked. Blocks.
    fn join_unwrap(handle: Self::JoinHandle) -> Value;

    /// Suspends the calling thread for at least this duration.
    fn sleep(duration: Duration);
}

/// Why [`Channels::try_recv`] returned no value.
pub enum NoValue {
    Empty,
    Disconnected,
}

/// Channels: any number of senders, one receiver, no bound. Senders and receivers are dropped by their own `Drop`.
pub trait Channels {
    type Sender: Clone;
    type Receiver;

    fn channel() -> (Self::Sender, Self::Receiver);

    /// Sends without waiting for the receiver. Returns the value if the receiver was dropped.
    fn send(sender: &Self::Sender, value: Value) -> Result<(), Value>;

    /// Waits for a value. Returns `None` if the channel is empty and every sender was dropped. Blocks.
    fn recv(receiver: &Self::Receiver) -> Option<Value>;

    /// Takes a value if the channel has one, without waiting.
    fn try_recv(receiver: &Self::Receiver) -> Result<Value, NoValue>;

    /// Runs the implementation's own iteration, until `body` returns false or the receiver is disconnected. Blocks.
    fn for_each(receiver: &Self::Receiver, body: impl FnMut(Value) -> bool);
}

/// Why [`Mutexes::lock`] or [`Mutexes::try_lock`] returned no guard. The caller does not hold the lock.
pub enum NoGuard {
    Poisoned,
    WouldBlock,
}

/// Mutexes around a [`Value`].
///
/// A mutex is passed as `&'static` because a trait of Rust 1.63 can't name the guard's lifetime. The suite drops a mutex
/// only when no guard of it is left.
pub trait Mutexes {
    type Mutex: 'static;
    type Guard: DerefMut<Target = Value>;

    fn create(value: Value) -> Self::Mutex;

    /// Waits for the lock. Blocks.
    fn lock(mutex: &'static Self::Mutex) -> Result<Self::Guard, NoGuard>;

    /// Takes the lock if it is free, without waiting.
    fn try_lock(mutex: &'static Self::Mutex) -> Result<Self::Guard, NoGuard>;

    /// Waits for the lock, and unwraps the result with the implementation's own unwrap: panics if locking failed.
    /// Blocks.
    fn lock_unwrap(mutex: &'static Self::Mutex) -> Self::Guard;
}

/// Owners of a value shared within one thread.
pub trait Rcs {
    type Owner: Clone + Deref<Target = Value>;

    fn create(value: Value) -> Self::Owner;

    /// The number of owners.
    fn count(owner: &Self::Owner) -> usize;
}

/// Owners of a value shared among threads.
pub trait Arcs {
    type Owner: Clone + Deref<Target = Value>;

    fn create(value: Value) -> Self::Owner;

    /// The number of owners.
    fn count(owner: &Self::Owner) -> usize;
}

/// Weak owners of [`Arcs`].
pub trait WeakArcs: Arcs {
    type Weak;

    fn downgrade(owner: &Self::Owner) -> Self::Weak;

    /// Returns an owner, or `None` if the last owner was dropped.
    fn upgrade(weak: &Self::Weak) -> Option<Self::Owner>;
}
