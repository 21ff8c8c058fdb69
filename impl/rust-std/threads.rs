// SPDX-License-Identifier: MIT
// The standard library's threads. Other ports take them too, for libraries without threads of their own.

use std::thread::{self, JoinHandle};
use std::time::Duration;

use fearless_port::{Closure, Threads, Value};

impl Threads for crate::Port {
    type JoinHandle = JoinHandle<Value>;

    fn spawn(body: Closure) -> JoinHandle<Value> {
        thread::spawn(move || body.call())
    }
    fn join(handle: JoinHandle<Value>) -> thread::Result<Value> {
        handle.join()
    }
    fn join_unwrap(handle: JoinHandle<Value>) -> Value {
        handle.join().unwrap()
    }
    fn sleep(duration: Duration) {
        thread::sleep(duration)
    }
}
