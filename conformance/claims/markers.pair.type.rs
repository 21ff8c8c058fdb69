// SPDX-License-Identifier: MIT
#![allow(dead_code)]
use native::{MutexGuard, Rc, Receiver, Send, Sync};

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

// Two markers, as there are types with both, with either, and with neither.
const _: () = assert!(is!(i32: Send) && is!(i32: Sync));
const _: () = assert!(is!(Receiver<i32>: Send) && !is!(Receiver<i32>: Sync));
const _: () = assert!(!is!(MutexGuard<'static, i32>: Send) && is!(MutexGuard<'static, i32>: Sync));
const _: () = assert!(!is!(Rc<i32>: Send) && !is!(Rc<i32>: Sync));

fn main() {}
