// SPDX-License-Identifier: MIT
// Claim: lock shall return a lock result that contains a guard: a smart pointer with one owner, which accesses the data
//   of this mutex and releases the lock of this mutex.
#![allow(dead_code)]
use std::ops::Deref;
use native::{LockResult, Mutex, MutexGuard};

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

const _: for<'a> fn(&'a Mutex<i32>) -> LockResult<MutexGuard<'a, i32>> = Mutex::lock;
const _: () = assert!(is!(MutexGuard<'static, i32>: Deref<Target = i32>));
const _: () = assert!(!is!(MutexGuard<'static, i32>: Clone) && !is!(MutexGuard<'static, i32>: Copy));

fn main() {}
