// SPDX-License-Identifier: MIT
#![allow(dead_code)]
use std::ops::DerefMut;
use native::{Arc, Rc, Send, Sync};

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

const _: () = assert!(!is!(*mut i32: Send), "what a thread does not own is not shared with it");
const _: () = assert!(!is!(Rc<i32>: Send) && !is!(Rc<i32>: Sync), "an Rc does not pass for an Arc");
const _: () = assert!(is!(Arc<i32>: Send) && is!(Arc<i32>: Sync));
const _: () = assert!(!is!(Arc<i32>: DerefMut), "what is shared is there to be looked at");

fn main() {}
