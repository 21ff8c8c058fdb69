// SPDX-License-Identifier: MIT
//! tokio's unbounded channel, whose receiver blocks its thread.
#[path = "../workloads.rs"]
mod workloads;

use tokio::sync::mpsc::{unbounded_channel, UnboundedReceiver, UnboundedSender};

struct Tokio;

impl workloads::Channels for Tokio {
    type Sender<T: Send> = UnboundedSender<T>;
    type Receiver<T: Send> = UnboundedReceiver<T>;
    fn channel<T: Send>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {
        unbounded_channel()
    }
    fn send<T: Send>(to: &UnboundedSender<T>, value: T) {
        to.send(value).unwrap_or_else(|_| workloads::refuse("a send failed"))
    }
    fn receive<T: Send>(from: &mut UnboundedReceiver<T>) -> T {
        from.blocking_recv().unwrap()
    }
}

fn main() {
    workloads::run(workloads::channels::<Tokio>)
}
