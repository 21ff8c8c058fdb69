// SPDX-License-Identifier: MIT
//! crossbeam-channel behind the port: its unbounded channel, between the standard library's threads.
use crossbeam_channel::{unbounded, Receiver, Sender, TryRecvError};
use fearless_port::{fearless_port, Channels, Implementation, NoValue, Value};

/// It has no threads: those who use it take the standard library's.
#[path = "../rust-std/threads.rs"]
mod threads;

struct Port;

impl Implementation for Port {
    const NAME: &'static str = "crossbeam-channel";
    const RELEASE: &'static str = env!("FEARLESS_RELEASE");
}

impl Channels for Port {
    type Sender = Sender<Value>;
    type Receiver = Receiver<Value>;

    fn channel() -> (Sender<Value>, Receiver<Value>) {
        unbounded()
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

fearless_port!(Port: threads, channels);
