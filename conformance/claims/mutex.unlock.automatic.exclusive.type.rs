// SPDX-License-Identifier: MIT
// Claim: A program that copies a guard, uses it after it was moved, gives it to another thread, or shares it with one
//   although its data is not shareable, shall be rejected by the ownership check, except for known false negatives.
#![allow(dead_code)]
use native::{MutexGuard, Send, Sync};

/// Whether a type has a trait: an inherent constant of the type hides the constant of the trait.
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
const _: () = assert!(!is!(MutexGuard<'static, i32>: Send), "a lock must be released by the thread that acquired it");
const _: () = assert!(is!(MutexGuard<'static, i32>: Sync) && !is!(MutexGuard<'static, *mut i32>: Sync));
const _: () = assert!(
    std::mem::needs_drop::<MutexGuard<'static, i32>>(),
    "the guard must release the lock when it is dropped"
);

fn main() {}
