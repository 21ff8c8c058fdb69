// SPDX-License-Identifier: MIT
//! The Rust kit: makes a Fearless port from a type that implements a few traits.
//!
//! ```ignore
//! use fearless_port::{fearless_port, Closure, Implementation, Threads, Value};
//!
//! struct MyLibrary;
//!
//! impl Implementation for MyLibrary {
//!     const NAME: &'static str = "my-library";
//!     const RELEASE: &'static str = "1.2";
//! }
//!
//! impl Threads for MyLibrary {
//!     type JoinHandle = my_library::JoinHandle<Value>;
//!     fn spawn(body: Closure) -> Self::JoinHandle {
//!         my_library::spawn(move || body.call())
//!     }
//!     …
//! }
//!
//! fearless_port!(MyLibrary: threads);
//! ```
//!
//! Leave a group that the implementation does not support out of the last line. The crate is built as a `cdylib`.
//! A port adds nothing of its own: iteration and unwrap are the implementation's. Panics are Rust's: the suite's code
//! panics with its payload on the implementation's frames, and no panic leaves the port.
#![deny(unsafe_op_in_unsafe_fn)]

mod groups;
#[doc(hidden)]
pub mod raw;
#[doc(hidden)]
pub mod tables;
mod value;

pub use groups::*;
pub use value::{Closure, Value};

/// Turns off the panic message on standard error: the suite panics on purpose, and the messages would hide its output.
#[doc(hidden)]
pub fn silence_panics() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| std::panic::set_hook(Box::new(|_| {})));
}

/// The text followed by a NUL, `N` bytes in all.
#[doc(hidden)]
pub const fn terminated<const N: usize>(text: &str) -> [u8; N] {
    let mut bytes = [0; N];
    let mut at = 0;
    while at < text.len() {
        bytes[at] = text.as_bytes()[at];
        at += 1;
    }
    bytes
}

/// Exports the port of an implementation with the named groups: `fearless_port!(MyLibrary: threads, channels)`.
/// The groups are `threads`, `channels`, `mutexes`, `rcs`, `arcs` and `weak_arcs`. Use it once in a library.
#[macro_export]
macro_rules! fearless_port {
    ($implementation:ty: $($group:ident),+ $(,)?) => {
        /// The one function that the library exports.
        #[no_mangle]
        pub extern "C" fn fearless_port_v1() -> *const $crate::raw::Port {
            const NAME: &str = <$implementation as $crate::Implementation>::NAME;
            const RELEASE: &str = <$implementation as $crate::Implementation>::RELEASE;
            static NAME_BYTES: [u8; NAME.len() + 1] = $crate::terminated(NAME);
            static RELEASE_BYTES: [u8; RELEASE.len() + 1] = $crate::terminated(RELEASE);
            static PORT: $crate::raw::Port = {
                let mut port = $crate::raw::Port::new(&NAME_BYTES, &RELEASE_BYTES);
                $(port.$group = Some($crate::tables::$group::<$implementation>());)+
                port
            };
            $crate::silence_panics();
            &PORT
        }
    };
}
