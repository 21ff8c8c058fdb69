// SPDX-License-Identifier: MIT
#![allow(dead_code)]
use native::{Arc, Rc, RcWeak, Send};

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

const _: () = assert!(!is!(Rc<i32>: Send), "both threads might update the count");
const _: () = assert!(!is!(Rc<String>: Send) && !is!(Rc<[i32]>: Send));
const _: () = assert!(!is!(RcWeak<i32>: Send), "a weak owner updates a count too");
const _: () = assert!(!is!(&'static Rc<i32>: Send), "to clone it through a reference updates the count too");
const _: () = assert!(!is!(Rc<Arc<i32>>: Send), "it is the count, and not what is counted");
const _: () = assert!(!is!(Option<Rc<i32>>: Send));

const _: () = assert!(is!(Arc<i32>: Send), "whose count is made for that");

fn main() {}
