// SPDX-License-Identifier: MIT
// Claim: A program that copies a mutex, uses it after it was moved into a thread, or moves it there with data that is
//   not sendable, shall be rejected by the ownership check, except for known false negatives.
#![allow(dead_code)]
use native::{Mutex, Send, Sync};

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

const _: () = assert!(!is!(Mutex<i32>: Clone) && !is!(Mutex<i32>: Copy));
const _: () = assert!(is!(Mutex<i32>: Send), "a mutex must be sendable");
const _: () = assert!(is!(Mutex<i32>: Sync), "a mutex must be shareable");
const _: () = assert!(!is!(Mutex<*mut i32>: Send), "a mutex is sendable only if its data is");

fn main() {}
