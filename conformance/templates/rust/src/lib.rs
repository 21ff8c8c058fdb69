// SPDX-License-Identifier: MIT
//! @NAME@, behind the port of Fearless.
//!
//! The suite calls the functions below, which call your library's. Map what it has, and add nothing: leave out what it
//! does not have, and its claims read UNSUPPORTED. fearless-port/src/groups.rs says what each function gets and gives.

use fearless_port::{fearless_port, Closure, Implementation, Threads, Value};
use std::time::Duration;

struct Port;

impl Implementation for Port {
    const NAME: &'static str = "@NAME@";
    const RELEASE: &'static str = "0.1";
}

/// Ends a test that needs what is not written yet, and says what that is. Gone once all is written.
fn write_next(what: &str) -> ! {
    eprintln!("src/lib.rs: write next: {what}");
    std::process::abort()
}

impl Threads for Port {
    /// Your library's handle of a thread. Dropping it is what your library does with a handle nobody joined.
    type JoinHandle = ();

    /// Starts a thread that runs `body.call()`, which gives the thread's value, or panics.
    fn spawn(_body: Closure) -> Self::JoinHandle {
        write_next("spawn")
    }

    /// Waits for the thread: its value, or the payload of its panic.
    fn join(_handle: Self::JoinHandle) -> std::thread::Result<Value> {
        write_next("join")
    }

    /// Waits, and panics in turn if the thread did.
    fn join_unwrap(_handle: Self::JoinHandle) -> Value {
        write_next("join_unwrap")
    }

    fn sleep(_duration: Duration) {
        write_next("sleep")
    }
}

// Then the next group: channels, mutexes, rcs, arcs, weak_arcs. Name it here, and the compiler says which trait it wants.
fearless_port!(Port: threads);
