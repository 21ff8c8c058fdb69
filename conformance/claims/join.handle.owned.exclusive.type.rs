// SPDX-License-Identifier: MIT
#![allow(dead_code)]
use native::{JoinHandle, Send};

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

const _: () = assert!(is!(JoinHandle<i32>: Send), "a handle can be moved to another thread");
const _: () = assert!(!is!(JoinHandle<i32>: Clone) && !is!(JoinHandle<i32>: Copy));

/// Takes a `join` that uses the handle up, whatever the kind of result that it gives.
const fn uses_up<R>(_: fn(JoinHandle<i32>) -> R) {}
const _: () = uses_up(JoinHandle::join);

fn main() {}
