// SPDX-License-Identifier: MIT
//! @NAME@, behind the port of Fearless.
//!
//! The suite calls the functions below, and they call your library's. Add nothing of your own. Leave out a group that
//! your library does not have: its claims then get the verdict UNSUPPORTED. fearless-port/src/groups.rs has the contract
//! of each function.

use fearless_port::{fearless_port, Closure, Implementation, Threads, Value};
use std::time::Duration;

struct Port;

impl Implementation for Port {
    const NAME: &'static str = "@NAME@";
    const RELEASE: &'static str = "0.1";
}

/// Stops a test that needs a function that is not written yet, and names it. Delete this when all functions are written.
fn write_next(what: &str) -> ! {
    eprintln!("src/lib.rs: write next: {what}");
    std::process::abort()
}

impl Threads for Port {
    /// Your library's handle of a thread. Its `Drop` does what your library does with a handle that is not joined.
    type JoinHandle = ();

    /// Starts a thread that runs `body.call()`, which returns the thread's value, or panics.
    fn spawn(_body: Closure) -> Self::JoinHandle {
        write_next("spawn")
    }

    /// Waits for the thread. Returns its value, or the payload of its panic.
    fn join(_handle: Self::JoinHandle) -> std::thread::Result<Value> {
        write_next("join")
    }

    /// Waits, and panics if the thread panicked.
    fn join_unwrap(_handle: Self::JoinHandle) -> Value {
        write_next("join_unwrap")
    }

    fn sleep(_duration: Duration) {
        write_next("sleep")
    }
}

// The next groups: channels, mutexes, rcs, arcs, weak_arcs. Name one here, and the compiler names the missing trait.
fearless_port!(Port: threads);
