// SPDX-License-Identifier: MIT
//! crossbeam-channel's unbounded channel.
#[path = "../workloads.rs"]
mod workloads;

use crossbeam_channel::{unbounded, Receiver, Sender};

struct Crossbeam;

impl workloads::Channels for Crossbeam {
    type Sender<T: Send> = Sender<T>;
    type Receiver<T: Send> = Receiver<T>;
    fn channel<T: Send>() -> (Sender<T>, Receiver<T>) {
        unbounded()
    }
    fn send<T: Send>(to: &Sender<T>, value: T) {
        to.send(value).unwrap_or_else(|_| workloads::refuse("a send failed"))
    }
    fn receive<T: Send>(from: &mut Receiver<T>) -> T {
        from.recv().unwrap()
    }
}

fn main() {
    workloads::run(workloads::channels::<Crossbeam>)
}
