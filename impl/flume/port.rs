// SPDX-License-Identifier: MIT
//! flume behind the port: its unbounded channel, between the standard library's threads.
use fearless_port::{fearless_port, Implementation};
use flume::{unbounded as channel, Receiver, Sender, TryRecvError};

#[path = "../rust-std/channels.rs"]
mod channels;
/// The library has no threads of its own; its users take the standard library's.
#[path = "../rust-std/threads.rs"]
mod threads;

struct Port;

impl Implementation for Port {
    const NAME: &'static str = "flume";
    const RELEASE: &'static str = env!("FEARLESS_RELEASE");
}

fearless_port!(Port: threads, channels);
