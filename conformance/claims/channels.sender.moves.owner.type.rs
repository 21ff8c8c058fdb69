// SPDX-License-Identifier: MIT
// Claim: Moving a sender into a thread shall make that thread its only owner. The sender works there as before, and it
//   is dropped with the thread’s closure unless it is moved on.
#![allow(dead_code)]
use native::{Send, Sender};

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

const _: () = assert!(is!(Sender<i32>: Send), "a sender must be sendable");
const _: () = assert!(!is!(Sender<i32>: Copy));

fn main() {}
