// SPDX-License-Identifier: MIT
//! Rust's standard library.
#[path = "../workloads.rs"]
mod workloads;

use std::sync::{mpsc, Mutex};

struct Standard;

impl workloads::Channels for Standard {
    type Sender<T: Send> = mpsc::Sender<T>;
    type Receiver<T: Send> = mpsc::Receiver<T>;
    fn channel<T: Send>() -> (mpsc::Sender<T>, mpsc::Receiver<T>) {
        mpsc::channel()
    }
    fn send<T: Send>(to: &mpsc::Sender<T>, value: T) {
        to.send(value).unwrap()
    }
    fn receive<T: Send>(from: &mut mpsc::Receiver<T>) -> T {
        from.recv().unwrap()
    }
}

impl workloads::Mutexes for Standard {
    type Mutex = Mutex<u64>;
    fn mutex() -> Mutex<u64> {
        Mutex::new(0)
    }
    fn add_one(counter: &Mutex<u64>) {
        *counter.lock().unwrap() += 1
    }
    fn value_of(counter: Mutex<u64>) -> u64 {
        counter.into_inner().unwrap()
    }
}

fn main() {
    workloads::run(|what, parameter, times| {
        workloads::channels::<Standard>(what, parameter, times)
            .or_else(|| workloads::mutexes::<Standard>(what, parameter, times))
            .or_else(|| workloads::owners_and_threads(what, parameter, times))
    })
}
