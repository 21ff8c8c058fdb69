// SPDX-License-Identifier: MIT
// Claim: A type that only combines parts shall be sendable, without action of its author, exactly if all its parts are,
//   at every depth. Types with hidden parts are exempt.
#![allow(dead_code)]
use std::collections::BTreeMap;
use native::{Arc, Mutex, MutexGuard, Rc, Receiver, Send};

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

// The same types with a part that is `Send` and with one that is not, at any depth.
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
struct Tree<Part> {
    branches: BTreeMap<i32, (String, Result<i32, Branch<Part>>)>,
    owned: Box<i32>,
}
enum Forest<Part> {
    Bare(i32),
    Grown(Box<[Tree<Part>; 2]>),
}

macro_rules! all {
    ($part:ty) => {
        is!(Leaf<$part>: Send)
            && is!(Row<$part>: Send)
            && is!(Branch<$part>: Send)
            && is!(Tree<$part>: Send)
            && is!(Forest<$part>: Send)
            && is!((i32, Forest<$part>): Send)
            && is!(Mutex<Forest<$part>>: Send)
    };
}
macro_rules! any {
    ($part:ty) => {
        is!(Leaf<$part>: Send)
            || is!(Row<$part>: Send)
            || is!(Branch<$part>: Send)
            || is!(Tree<$part>: Send)
            || is!(Forest<$part>: Send)
            || is!((i32, Forest<$part>): Send)
            || is!(Mutex<Forest<$part>>: Send)
    };
}

const _: () = assert!(all!(i32) && all!(Vec<String>) && all!(Box<i32>) && all!(Arc<i32>));
const _: () = assert!(all!(Receiver<i32>) && all!(Leaf<Leaf<i32>>) && all!(fn()) && all!(&'static str));

const _: () = assert!(!any!(*mut i32) && !any!(*const u8) && !any!(Leaf<Leaf<*mut i32>>) && !any!([*mut i32; 2]));
const _: () = assert!(!any!(Rc<i32>) && !any!(MutexGuard<'static, i32>) && !any!(&'static Receiver<i32>));

fn main() {}
