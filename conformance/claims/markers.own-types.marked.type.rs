// SPDX-License-Identifier: MIT
#![allow(dead_code)]
use std::cell::UnsafeCell;
use native::{Arc, Send, Sync};

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

/// A lock of the test's own.
struct SpinLock(UnsafeCell<bool>);
unsafe impl Sync for SpinLock {}

/// A value that one thread may bring to another.
struct Parcel(*mut i32);
unsafe impl Send for Parcel {}

/// A value that all threads may look at where it is.
struct Landmark(*const i32);
unsafe impl Sync for Landmark {}

/// A type of which nobody says anything.
struct Stranger(*mut i32);

const _: () = assert!(is!(SpinLock: Send) && is!(SpinLock: Sync));
const _: () = assert!(is!(Parcel: Send) && !is!(Parcel: Sync), "each marker is a promise of its own");
const _: () = assert!(!is!(Landmark: Send) && is!(Landmark: Sync), "each marker is a promise of its own");
const _: () = assert!(!is!(Stranger: Send) && !is!(Stranger: Sync), "nothing is promised unasked");

// What users mark is marked for all that is made of it.
struct Account {
    lock: SpinLock,
    balance: i32,
}
const _: () = assert!(is!(Account: Send) && is!(Account: Sync));
const _: () = assert!(is!(Arc<SpinLock>: Send) && is!(Vec<Parcel>: Send));
const _: () = assert!(!is!(Arc<Parcel>: Send) && !is!(Option<Stranger>: Send));

fn main() {}
