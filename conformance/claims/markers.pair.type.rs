// SPDX-License-Identifier: MIT
// Claim: There shall be two different markers, one for sendable and one for shareable types, which a program can query
//   for every type at compile time.
#![allow(dead_code)]
use native::{MutexGuard, Rc, Receiver, Send, Sync};

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

// There are two markers: some types have both, some have one of them, some have none.
const _: () = assert!(is!(i32: Send) && is!(i32: Sync));
const _: () = assert!(is!(Receiver<i32>: Send) && !is!(Receiver<i32>: Sync));
const _: () = assert!(!is!(MutexGuard<'static, i32>: Send) && is!(MutexGuard<'static, i32>: Sync));
const _: () = assert!(!is!(Rc<i32>: Send) && !is!(Rc<i32>: Sync));

fn main() {}
