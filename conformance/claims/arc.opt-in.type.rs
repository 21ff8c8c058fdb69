// SPDX-License-Identifier: MIT
// Claim: Nothing shall be shared between threads, or atomic, unless the program requests it. In particular, unordered
//   writes of a plain integer are a data race, also in an Arc, and an Arc gives read access only.
#![allow(dead_code)]
use std::ops::DerefMut;
use native::{Arc, Rc, Send, Sync};

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

const _: () = assert!(!is!(*mut i32: Send), "borrowed values must not be shared with a thread");
const _: () = assert!(!is!(Rc<i32>: Send) && !is!(Rc<i32>: Sync), "an Rc must not count as an Arc");
const _: () = assert!(is!(Arc<i32>: Send) && is!(Arc<i32>: Sync));
const _: () = assert!(!is!(Arc<i32>: DerefMut), "shared values must be readable");

fn main() {}
