// SPDX-License-Identifier: MIT
// The channels of a library that follows the names of the standard library: the port's `channel`, `Sender`, `Receiver`
// and `TryRecvError`, which port.rs imports.

use fearless_port::{Channels, NoValue, Value};

use crate::{channel, Receiver, Sender, TryRecvError};

impl Channels for crate::Port {
    type Sender = Sender<Value>;
    type Receiver = Receiver<Value>;

    fn channel() -> (Sender<Value>, Receiver<Value>) {
        channel()
    }
    fn send(sender: &Sender<Value>, value: Value) -> Result<(), Value> {
        sender.send(value).map_err(|unsent| unsent.0)
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
