// SPDX-License-Identifier: MIT
// Claim: A result or an error that contains a value or a guard shall be sendable exactly if its contents are, and
//   shareable exactly if its contents are.
// Aspect: The try-lock error, with each kind of parameter.
// Needs: native::TryLockError<i32>
// Rule: in spec/markers.md; `fearless check --fix` writes this file.
#![allow(dead_code)]
use native::{Send, Sync};

type OnlySendable = std::cell::Cell<i32>;
type OnlyShareable = std::sync::MutexGuard<'static, i32>;
type Neither = *mut i32;

type UnderTest<T> = native::TryLockError<T>;

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

markers!(UnderTest<i32>, true, true);
markers!(UnderTest<OnlySendable>, true, false);
markers!(UnderTest<OnlyShareable>, false, true);
markers!(UnderTest<Neither>, false, false);

fn main() {}
