// SPDX-License-Identifier: MIT
// Claim: A type that only combines parts shall be shareable, without action of its author, exactly if all its parts
//   are, at every depth. Types with hidden parts are exempt.
#![allow(dead_code)]
use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::atomic::AtomicI32;
use native::{Arc, Mutex, MutexGuard, Rc, Receiver, Sync};

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

// The same types with a part that is `Sync` and with one that is not, at any depth.
struct Leaf<Part> {
    name: String,
    part: Part,
}
struct Row<Part> {
    leaves: [Leaf<Part>; 2],
    weight: f64,
}
struct Branch<Part> {
    rows: Vec<Row<Part>>,
    number: Option<i32>,
}
enum Tree<Part> {
    Bare(i32),
    Grown(BTreeMap<i32, (String, Result<i32, Branch<Part>>)>),
}

macro_rules! all {
    ($part:ty) => {
        is!(Leaf<$part>: Sync)
            && is!(Row<$part>: Sync)
            && is!(Branch<$part>: Sync)
            && is!(Tree<$part>: Sync)
            && is!((i32, Tree<$part>): Sync)
    };
}
macro_rules! any {
    ($part:ty) => {
        is!(Leaf<$part>: Sync)
            || is!(Row<$part>: Sync)
            || is!(Branch<$part>: Sync)
            || is!(Tree<$part>: Sync)
            || is!((i32, Tree<$part>): Sync)
    };
}

const _: () = assert!(all!(i32) && all!(Vec<String>) && all!(Leaf<Leaf<i32>>) && all!(AtomicI32));
const _: () = assert!(all!(Arc<i32>) && all!(Mutex<i32>) && all!(Mutex<Cell<i32>>) && all!(&'static i32));
const _: () = assert!(all!(MutexGuard<'static, i32>), "parts that are `Sync` but not `Send` must make a type `Sync`");

const _: () = assert!(!any!(Cell<i32>) && !any!(Leaf<Leaf<Cell<i32>>>) && !any!(*mut i32));
const _: () = assert!(!any!(Rc<i32>) && !any!(Arc<Cell<i32>>) && !any!(&'static Cell<i32>));
const _: () = assert!(!any!(Receiver<i32>), "parts that are `Send` but not `Sync` must not make a type `Sync`");

fn main() {}
