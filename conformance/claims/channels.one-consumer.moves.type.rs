// SPDX-License-Identifier: MIT
// Claim: A receiver that was moved to another thread shall receive there both the messages in flight and those that are
//   sent later.
#![allow(dead_code)]
use native::{Receiver, Send, Sync};

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

const _: () = assert!(is!(Receiver<i32>: Send), "a receiver must be sendable");
const _: () = assert!(!is!(Receiver<i32>: Sync), "a receiver must not be shareable");
const _: () = assert!(!is!(Receiver<i32>: Clone) && !is!(Receiver<i32>: Copy));

fn main() {}
