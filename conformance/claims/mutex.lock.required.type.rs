// SPDX-License-Identifier: MIT
// Claim: A program that accesses the data of a mutex without its lock, before acquiring it or after releasing it, shall
//   be rejected by the ownership check, except for known false negatives.
#![allow(dead_code)]
use std::ops::{Deref, DerefMut};
use native::{Arc, LockResult, Mutex};

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

const _: () = assert!(!is!(Mutex<i32>: Deref) && !is!(Mutex<i32>: AsRef<i32>) && !is!(Mutex<i32>: AsMut<i32>));
const _: () = assert!(!is!(Mutex<i32>: Into<i32>) && !is!(&'static Mutex<i32>: Into<&'static i32>));

const _: fn(&mut Mutex<i32>) -> LockResult<&mut i32> = Mutex::get_mut;
const _: () = assert!(!is!(Arc<Mutex<i32>>: DerefMut), "a shared mutex must not be `mut` for any thread");

fn main() {}
