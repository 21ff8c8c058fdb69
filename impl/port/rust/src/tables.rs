// SPDX-License-Identifier: MIT
//! The port's tables, made from the traits. All conversions between the suite's pointers and Rust's types are here.
//!
//! SAFETY, for every function: the suite keeps the contract of `fearless_port.h`. A handle that it passes was made by
//! `give` in this table for the same implementation, is not consumed yet, and is used on the threads that the contract
//! allows; output parameters may be written to.

use std::ffi::c_void;
use std::panic::{catch_unwind, panic_any, AssertUnwindSafe};
use std::process::abort;
use std::sync::atomic::{compiler_fence, Ordering};
use std::thread;
use std::time::Duration;

use crate::raw::{self, EachBody, Locked, LockedBody, Outcome, Received};
use crate::{Arcs, Channels, Closure, Mutexes, NoGuard, NoValue, Rcs, Threads, Value, WeakArcs};

fn give<Raw, T>(object: T) -> *mut Raw {
    Box::into_raw(Box::new(object)).cast()
}

/// Takes an object back from its handle, and consumes the handle.
unsafe fn take<T, Raw>(handle: *mut Raw) -> T {
    // SAFETY: `give` made the handle from a box of this type, and it comes back once.
    *unsafe { Box::from_raw(handle.cast::<T>()) }
}

/// The object behind a handle, valid until the handle is consumed.
unsafe fn at<'a, T, Raw>(handle: *const Raw) -> &'a T {
    // SAFETY: `give` made the handle from a box of this type, which lives; it is not borrowed mutably meanwhile.
    unsafe { &*handle.cast() }
}

/// Aborts if the implementation panics in a function that can't report a panic: nothing unwinds across the port.
fn without_panic<R>(function: &str, body: impl FnOnce() -> R) -> R {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|payload| {
        let text = payload.downcast_ref::<&str>().map(|text| text.to_string());
        let text = text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default();
        eprintln!("fearless port: {} panicked, which its contract does not allow: {}", function, text);
        abort()
    })
}

unsafe fn write_ended(ended: thread::Result<Value>, result: *mut Value) -> Outcome {
    let (outcome, value) = match ended {
        Ok(value) => (Outcome::Returns, value),
        Err(payload) => (Outcome::Panics, Value::of_panic(payload)),
    };
    // SAFETY: `result` is the suite's output parameter; its old content must not be dropped.
    unsafe { result.write(value) };
    outcome
}

/// The table of `T`'s threads.
pub const fn threads<T: Threads>() -> &'static raw::Threads {
    unsafe extern "C" fn spawn<T: Threads>(closure: Closure) -> *mut raw::Thread {
        catch_unwind(AssertUnwindSafe(|| give(T::spawn(closure)))).unwrap_or(std::ptr::null_mut())
    }
    unsafe extern "C" fn join<T: Threads>(handle: *mut raw::Thread, result: *mut Value) -> Outcome {
        // SAFETY: see the module.
        let handle = unsafe { take(handle) };
        let ended = without_panic("threads.join", || T::join(handle));
        // SAFETY: see the module.
        unsafe { write_ended(ended, result) }
    }
    unsafe extern "C" fn join_unwrap<T: Threads>(handle: *mut raw::Thread, result: *mut Value) -> Outcome {
        // SAFETY: see the module.
        let handle = unsafe { take(handle) };
        let ended = catch_unwind(AssertUnwindSafe(|| T::join_unwrap(handle)));
        // SAFETY: see the module.
        unsafe { write_ended(ended, result) }
    }
    unsafe extern "C" fn detach<T: Threads>(handle: *mut raw::Thread) {
        // SAFETY: see the module.
        let handle: T::JoinHandle = unsafe { take(handle) };
        without_panic("threads.detach", || drop(handle))
    }
    unsafe extern "C" fn sleep<T: Threads>(nanoseconds: u64) {
        without_panic("threads.sleep", || T::sleep(Duration::from_nanos(nanoseconds)))
    }
    &raw::Threads {
        spawn: spawn::<T>,
        join: join::<T>,
        join_unwrap: join_unwrap::<T>,
        detach: detach::<T>,
        sleep: sleep::<T>,
    }
}

/// The table of `C`'s channels.
pub const fn channels<C: Channels>() -> &'static raw::Channels {
    unsafe extern "C" fn channel<C: Channels>(sender: *mut *mut raw::Sender, receiver: *mut *mut raw::Receiver) {
        let (tx, rx) = without_panic("channels.channel", C::channel);
        // SAFETY: see the module.
        unsafe {
            sender.write(give(tx));
            receiver.write(give(rx));
        }
    }
    unsafe extern "C" fn clone_sender<C: Channels>(sender: *const raw::Sender) -> *mut raw::Sender {
        // SAFETY: see the module.
        let sender: &C::Sender = unsafe { at(sender) };
        give(without_panic("channels.clone_sender", || sender.clone()))
    }
    unsafe extern "C" fn drop_sender<C: Channels>(sender: *mut raw::Sender) {
        // SAFETY: see the module.
        let sender: C::Sender = unsafe { take(sender) };
        without_panic("channels.drop_sender", || drop(sender))
    }
    unsafe extern "C" fn drop_receiver<C: Channels>(receiver: *mut raw::Receiver) {
        // SAFETY: see the module.
        let receiver: C::Receiver = unsafe { take(receiver) };
        without_panic("channels.drop_receiver", || drop(receiver))
    }
    unsafe extern "C" fn send<C: Channels>(sender: *mut raw::Sender, value: Value, returned: *mut Value) -> bool {
        // SAFETY: see the module.
        let sender: &C::Sender = unsafe { at(sender) };
        match without_panic("channels.send", || C::send(sender, value)) {
            Ok(()) => true,
            Err(value) => {
                // SAFETY: see the module.
                unsafe { returned.write(value) };
                false
            }
        }
    }
    unsafe extern "C" fn recv<C: Channels>(receiver: *mut raw::Receiver, received: *mut Value) -> Received {
        // SAFETY: see the module.
        let receiver: &C::Receiver = unsafe { at(receiver) };
        match without_panic("channels.recv", || C::recv(receiver)) {
            Some(value) => {
                // SAFETY: see the module.
                unsafe { received.write(value) };
                Received::Received
            }
            None => Received::Disconnected,
        }
    }
    unsafe extern "C" fn try_recv<C: Channels>(receiver: *mut raw::Receiver, received: *mut Value) -> Received {
        // SAFETY: see the module.
        let receiver: &C::Receiver = unsafe { at(receiver) };
        match without_panic("channels.try_recv", || C::try_recv(receiver)) {
            Ok(value) => {
                // SAFETY: see the module.
                unsafe { received.write(value) };
                Received::Received
            }
            Err(NoValue::Empty) => Received::Empty,
            Err(NoValue::Disconnected) => Received::Disconnected,
        }
    }
    unsafe extern "C" fn for_each<C: Channels>(receiver: *mut raw::Receiver, body: EachBody, env: *mut c_void) {
        // SAFETY: see the module; `body` is called on this thread, and `env` is valid until this function returns.
        let (receiver, body): (&C::Receiver, _) = unsafe { (at(receiver), |value| body(env, value)) };
        without_panic("channels.for_each", || C::for_each(receiver, body))
    }
    &raw::Channels {
        channel: channel::<C>,
        clone_sender: clone_sender::<C>,
        drop_sender: drop_sender::<C>,
        drop_receiver: drop_receiver::<C>,
        send: send::<C>,
        recv: recv::<C>,
        try_recv: try_recv::<C>,
        for_each: for_each::<C>,
    }
}

/// The table of `M`'s mutexes.
pub const fn mutexes<M: Mutexes>() -> &'static raw::Mutexes {
    unsafe fn write_guard<G>(locked: Result<G, NoGuard>, guard: *mut *mut raw::Guard) -> Locked {
        match locked {
            Ok(held) => {
                // SAFETY: `guard` is the suite's output parameter.
                unsafe { guard.write(give(held)) };
                Locked::Locked
            }
            Err(why) => status(why),
        }
    }
    fn status(why: NoGuard) -> Locked {
        match why {
            NoGuard::Poisoned => Locked::Poisoned,
            NoGuard::WouldBlock => Locked::WouldBlock,
        }
    }
    /// Runs the body with the guard on this frame. If the body panics, the panic unwinds through the guard.
    unsafe fn run_guarded<M: Mutexes>(mut guard: M::Guard, body: LockedBody, env: *mut c_void) {
        let slot: *mut Value = &mut *guard;
        // SAFETY: only the body uses the slot while the guard lives, and `env` is what the suite passed for the body.
        if unsafe { body(env, slot) } == Outcome::Panics {
            panic_any(Value::none());
        }
    }

    unsafe extern "C" fn create<M: Mutexes>(value: Value) -> *mut raw::Mutex {
        give(without_panic("mutexes.create", || M::create(value)))
    }
    unsafe extern "C" fn drop_mutex<M: Mutexes>(mutex: *mut raw::Mutex) {
        // SAFETY: see the module; no guard is left.
        let mutex: M::Mutex = unsafe { take(mutex) };
        without_panic("mutexes.drop", || drop(mutex))
    }
    unsafe extern "C" fn lock<M: Mutexes>(mutex: *mut raw::Mutex, guard: *mut *mut raw::Guard) -> Locked {
        // SAFETY: see the module; the mutex outlives every guard, so `'static` is long enough.
        let mutex: &'static M::Mutex = unsafe { at(mutex) };
        let locked = without_panic("mutexes.lock", || M::lock(mutex));
        // SAFETY: see the module.
        unsafe { write_guard(locked, guard) }
    }
    unsafe extern "C" fn try_lock<M: Mutexes>(mutex: *mut raw::Mutex, guard: *mut *mut raw::Guard) -> Locked {
        // SAFETY: as in `lock`.
        let mutex: &'static M::Mutex = unsafe { at(mutex) };
        let locked = without_panic("mutexes.try_lock", || M::try_lock(mutex));
        // SAFETY: see the module.
        unsafe { write_guard(locked, guard) }
    }
    unsafe extern "C" fn deref<M: Mutexes>(guard: *mut raw::Guard) -> *mut Value {
        // SAFETY: see the module; only the thread that holds a guard uses it.
        let guard: &mut M::Guard = unsafe { &mut *guard.cast() };
        without_panic("mutexes.deref", || -> *mut Value { &mut **guard })
    }
    unsafe extern "C" fn unlock<M: Mutexes>(guard: *mut raw::Guard) {
        // SAFETY: see the module.
        let guard: M::Guard = unsafe { take(guard) };
        without_panic("mutexes.unlock", || drop(guard))
    }
    unsafe extern "C" fn with_lock<M: Mutexes>(
        mutex: *mut raw::Mutex,
        body: LockedBody,
        env: *mut c_void,
        outcome: *mut Outcome,
    ) -> Locked {
        // SAFETY: as in `lock`.
        let mutex: &'static M::Mutex = unsafe { at(mutex) };
        let guard = match without_panic("mutexes.with_lock", || M::lock(mutex)) {
            Ok(guard) => guard,
            Err(why) => return status(why),
        };
        // SAFETY: the suite passed the body together with its environment.
        let ended = catch_unwind(AssertUnwindSafe(|| unsafe { run_guarded::<M>(guard, body, env) }));
        // SAFETY: see the module.
        unsafe { outcome.write(how(ended)) };
        Locked::Locked
    }
    unsafe extern "C" fn with_lock_unwrap<M: Mutexes>(
        mutex: *mut raw::Mutex,
        body: LockedBody,
        env: *mut c_void,
    ) -> Outcome {
        // SAFETY: as in `lock`.
        let mutex: &'static M::Mutex = unsafe { at(mutex) };
        // SAFETY: the suite passed the body together with its environment.
        how(catch_unwind(AssertUnwindSafe(|| unsafe { run_guarded::<M>(M::lock_unwrap(mutex), body, env) })))
    }
    fn how(ended: thread::Result<()>) -> Outcome {
        match ended {
            Ok(()) => Outcome::Returns,
            Err(_) => Outcome::Panics,
        }
    }
    &raw::Mutexes {
        create: create::<M>,
        drop: drop_mutex::<M>,
        lock: lock::<M>,
        try_lock: try_lock::<M>,
        deref: deref::<M>,
        unlock: unlock::<M>,
        with_lock: with_lock::<M>,
        with_lock_unwrap: with_lock_unwrap::<M>,
    }
}

macro_rules! owners_table {
    ($(#[$documented:meta])* $table:ident, $group:ident, $raw:ty) => {
        $(#[$documented])*
        pub const fn $table<O: $group>() -> &'static raw::Owners<$raw> {
            unsafe extern "C" fn create<O: $group>(value: Value) -> *mut $raw {
                give(without_panic(concat!(stringify!($table), ".create"), || O::create(value)))
            }
            unsafe extern "C" fn clone<O: $group>(owner: *const $raw) -> *mut $raw {
                // SAFETY: see the module.
                let owner: &O::Owner = unsafe { at(owner) };
                give(without_panic(concat!(stringify!($table), ".clone"), || owner.clone()))
            }
            unsafe extern "C" fn deref<O: $group>(owner: *const $raw) -> *const Value {
                // SAFETY: see the module.
                let owner: &O::Owner = unsafe { at(owner) };
                without_panic(concat!(stringify!($table), ".deref"), || -> *const Value { &**owner })
            }
            unsafe extern "C" fn count<O: $group>(owner: *const $raw) -> usize {
                // SAFETY: see the module.
                let owner: &O::Owner = unsafe { at(owner) };
                without_panic(concat!(stringify!($table), ".count"), || O::count(owner))
            }
            unsafe extern "C" fn drop_owner<O: $group>(owner: *mut $raw) {
                // SAFETY: see the module.
                let owner: O::Owner = unsafe { take(owner) };
                without_panic(concat!(stringify!($table), ".drop"), || drop(owner))
            }
            unsafe extern "C" fn cycle<O: $group>(owner: *const $raw, times: usize) {
                // SAFETY: see the module.
                let owner: &O::Owner = unsafe { at(owner) };
                without_panic(concat!(stringify!($table), ".cycle"), || {
                    for _ in 0..times {
                        let another = owner.clone();
                        // Keeps the compiler from removing a clone together with its drop: their cost is measured.
                        compiler_fence(Ordering::SeqCst);
                        drop(another);
                    }
                })
            }
            &raw::Owners {
                create: create::<O>,
                clone: clone::<O>,
                deref: deref::<O>,
                count: count::<O>,
                drop: drop_owner::<O>,
                cycle: cycle::<O>,
            }
        }
    };
}

owners_table!(
    /// The table of `O`'s owners within one thread.
    rcs, Rcs, raw::Rc
);
owners_table!(
    /// The table of `O`'s owners among threads.
    arcs, Arcs, raw::Arc
);

/// The table of `W`'s weak owners.
pub const fn weak_arcs<W: WeakArcs>() -> &'static raw::WeakArcs {
    unsafe extern "C" fn downgrade<W: WeakArcs>(owner: *const raw::Arc) -> *mut raw::ArcWeak {
        // SAFETY: see the module.
        let owner: &W::Owner = unsafe { at(owner) };
        give(without_panic("weak_arcs.downgrade", || W::downgrade(owner)))
    }
    unsafe extern "C" fn upgrade<W: WeakArcs>(weak: *const raw::ArcWeak) -> *mut raw::Arc {
        // SAFETY: see the module.
        let weak: &W::Weak = unsafe { at(weak) };
        without_panic("weak_arcs.upgrade", || W::upgrade(weak)).map_or(std::ptr::null_mut(), give)
    }
    unsafe extern "C" fn drop_weak<W: WeakArcs>(weak: *mut raw::ArcWeak) {
        // SAFETY: see the module.
        let weak: W::Weak = unsafe { take(weak) };
        without_panic("weak_arcs.drop", || drop(weak))
    }
    &raw::WeakArcs {
        downgrade: downgrade::<W>,
        upgrade: upgrade::<W>,
        drop: drop_weak::<W>,
    }
}
