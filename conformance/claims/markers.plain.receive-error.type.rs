// SPDX-License-Identifier: MIT
// Claim: A type of the implementation that contains no value of the program and synchronises threads, or says why a
//   call failed, shall be sendable and shareable.
// Aspect: The receive error.
// Needs: native::RecvError
// Rule: in spec/markers.md; `fearless check --fix` writes this file.
#![allow(dead_code)]
use native::{Send, Sync};

type OnlySendable = std::cell::Cell<i32>;
type OnlyShareable = std::sync::MutexGuard<'static, i32>;
type Neither = *mut i32;

type UnderTest = native::RecvError;

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

/// Checks whether a type has exactly these markers, and what is made of it those that follow.
macro_rules! markers {
    ($type:ty, $send:literal, $sync:literal) => {
        const _: () = assert!(is!($type: Send) == $send && is!($type: Sync) == $sync);
        const _: () = assert!(is!(&'static $type: Send) == $sync);
        const _: () = assert!(is!((i32, $type): Send) == $send && is!((i32, $type): Sync) == $sync);
    };
}

markers!(i32, true, true);
markers!(OnlySendable, true, false);
markers!(OnlyShareable, false, true);
markers!(Neither, false, false);

markers!(UnderTest, true, true);

fn main() {}
