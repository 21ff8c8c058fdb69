// SPDX-License-Identifier: MIT
#![allow(dead_code)]
use native::{Mutex, Send, Sync};

/// Whether a type has a trait: a constant of its own hides the one that every type is given.
macro_rules! is {
    ($type:ty: $($bound:tt)+) => {{
        trait Otherwise {
            const FOUND: bool = false;
        }
        impl<T: ?Sized> Otherwise for T {}

        struct Bound<T: ?Sized>(std::marker::PhantomData<T>);
        impl<T: ?Sized + $($bound)+> Bound<T> {
            const FOUND: bool = true;
        }
        <Bound<$type>>::FOUND
    }};
}

const _: () = assert!(!is!(Mutex<i32>: Clone) && !is!(Mutex<i32>: Copy));
const _: () = assert!(is!(Mutex<i32>: Send), "a mutex can be moved to another thread");
const _: () = assert!(is!(Mutex<i32>: Sync), "several threads can have the same mutex");
const _: () = assert!(!is!(Mutex<*mut i32>: Send), "what is in it goes along");

fn main() {}
