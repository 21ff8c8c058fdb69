// SPDX-License-Identifier: MIT
//! The Rust kit: turns a type that implements a few traits into a port of Fearless's.
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
//! A group that the implementation does not have is left out of the last line. The crate is built as a `cdylib`.
//! A port maps what is there and adds nothing: its own iteration, its own unwrap. Panics are Rust's: the suite's code
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

/// Under test a panic is no news: its line on the standard error output would only bury what matters.
#[doc(hidden)]
pub fn silence_panics() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| std::panic::set_hook(Box::new(|_| {})));
}

/// The text with a NUL behind it, of `N` bytes in all.
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

/// Exports the port of an implementation that has the groups named: `fearless_port!(MyLibrary: threads, channels)`.
/// The groups are `threads`, `channels`, `mutexes`, `rcs`, `arcs` and `weak_arcs`. Once in a library.
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
