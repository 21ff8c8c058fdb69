// SPDX-License-Identifier: MIT
// Claim: The author of a type shall be able to give it either marker without the other, with the same effect as for the
//   implementation’s own types.
#![allow(dead_code)]
use std::cell::UnsafeCell;
use native::{Arc, Send, Sync};

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

/// A lock that is defined here.
struct SpinLock(UnsafeCell<bool>);
unsafe impl Sync for SpinLock {}

/// A value that may be moved to another thread.
struct Parcel(*mut i32);
unsafe impl Send for Parcel {}

/// A value that threads may share.
struct Landmark(*const i32);
unsafe impl Sync for Landmark {}

/// A type whose author gives it no marker.
struct Stranger(*mut i32);

const _: () = assert!(is!(SpinLock: Send) && is!(SpinLock: Sync));
const _: () = assert!(is!(Parcel: Send) && !is!(Parcel: Sync), "each marker must be given without the other");
const _: () = assert!(!is!(Landmark: Send) && is!(Landmark: Sync), "each marker must be given without the other");
const _: () = assert!(!is!(Stranger: Send) && !is!(Stranger: Sync), "a class without a marker must have none");

// The marker of a type counts for types that are composed of it.
struct Account {
    lock: SpinLock,
    balance: i32,
}
const _: () = assert!(is!(Account: Send) && is!(Account: Sync));
const _: () = assert!(is!(Arc<SpinLock>: Send) && is!(Vec<Parcel>: Send));
const _: () = assert!(!is!(Arc<Parcel>: Send) && !is!(Option<Stranger>: Send));

fn main() {}
