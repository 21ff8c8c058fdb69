// SPDX-License-Identifier: MIT
#![allow(dead_code)]
use native::{Send, Sender};

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

const _: () = assert!(is!(Sender<i32>: Send), "a sending end can be moved to another thread");
const _: () = assert!(!is!(Sender<i32>: Copy));

fn main() {}
