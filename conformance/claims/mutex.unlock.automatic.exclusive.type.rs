// SPDX-License-Identifier: MIT
#![allow(dead_code)]
use native::{MutexGuard, Send, Sync};

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

const _: () = assert!(!is!(MutexGuard<'static, i32>: Clone) && !is!(MutexGuard<'static, i32>: Copy));
const _: () = assert!(!is!(MutexGuard<'static, i32>: Send), "a lock is given up by the thread that acquired it");
const _: () = assert!(is!(MutexGuard<'static, i32>: Sync) && !is!(MutexGuard<'static, *mut i32>: Sync));
const _: () = assert!(std::mem::needs_drop::<MutexGuard<'static, i32>>(), "it is given up when the guard goes");

fn main() {}
