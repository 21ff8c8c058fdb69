// SPDX-License-Identifier: MIT
// Claim: A type shall be shareable exactly if a shared reference to a value of it is sendable.
#![allow(dead_code)]
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::atomic::AtomicI32;
use native::{Arc, Mutex, MutexGuard, Rc, Receiver, Send, Sender, Sync};

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

/// Whether all types are `Sync` and shared references to them `Send`, or none is either.
macro_rules! are_sync {
    ($expected:literal, $($type:ty),+) => {
        true $(&& is!($type: Sync) == $expected && is!(&'static $type: Send) == $expected)+
    };
}

struct Point {
    x: i32,
    y: i32,
}

const _: () = assert!(are_sync!(true, bool, char, i32, f64, str, Point, [i32; 3], fn(), &'static i32));
const _: () = assert!(are_sync!(true, String, Vec<i32>, BTreeMap<i32, String>, (i32, Point), &'static mut i32));
const _: () = assert!(are_sync!(true, AtomicI32, Box<i32>, Arc<i32>, Mutex<i32>, Mutex<Cell<i32>>));
const _: () = assert!(are_sync!(true, MutexGuard<'static, i32>));

const _: () = assert!(are_sync!(false, Cell<i32>, RefCell<i32>, Vec<Cell<i32>>, [Cell<i32>; 2], &'static Cell<i32>));
const _: () = assert!(are_sync!(false, *mut i32, *const i32, MutexGuard<'static, *mut i32>));
const _: () = assert!(are_sync!(false, Rc<i32>, [Rc<i32>; 2], Receiver<i32>, Sender<Rc<i32>>, Arc<Cell<i32>>));
const _: () = assert!(are_sync!(false, dyn Fn(), Box<dyn Fn()>));

fn main() {}
