// SPDX-License-Identifier: MIT
// Claim: A program that copies a join handle, or uses it after it was joined or moved, shall be rejected by the
//   ownership check.
#![allow(dead_code)]
use native::{JoinHandle, Send};

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

const _: () = assert!(is!(JoinHandle<i32>: Send), "a join handle must be sendable");
const _: () = assert!(!is!(JoinHandle<i32>: Clone) && !is!(JoinHandle<i32>: Copy));

/// Accepts a `join` that consumes the handle, with any type of result.
const fn uses_up<R>(_: fn(JoinHandle<i32>) -> R) {}
const _: () = uses_up(JoinHandle::join);

fn main() {}
