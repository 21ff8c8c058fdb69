// SPDX-License-Identifier: MIT
// Claim: An Rc and its weak owner shall not be sendable, whatever the type of the value; an Arc of a number is.
#![allow(dead_code)]
use native::{Arc, Rc, RcWeak, Send};

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

const _: () = assert!(!is!(Rc<i32>: Send), "two threads could change the count");
const _: () = assert!(!is!(Rc<String>: Send) && !is!(Rc<[i32]>: Send));
const _: () = assert!(!is!(RcWeak<i32>: Send), "a weak owner changes a count too");
const _: () = assert!(!is!(&'static Rc<i32>: Send), "a clone through a reference changes the count too");
const _: () = assert!(!is!(Rc<Arc<i32>>: Send), "the count makes an Rc not sendable, whatever its value is");
const _: () = assert!(!is!(Option<Rc<i32>>: Send));

const _: () = assert!(is!(Arc<i32>: Send), "the count of an Arc is atomic");

fn main() {}
