// SPDX-License-Identifier: MIT
// Claim: A program that gives a value with an Rc inside it to another thread shall be rejected by the ownership check,
//   with a message that says that it is not sendable. The Rc may be at any depth in members, elements, alternatives or
//   closures.
#![allow(dead_code)]
use std::collections::BTreeMap;
use native::{Arc, JoinHandle, Mutex, Rc, RcWeak, Receiver, Send, Sender, Sync};

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

macro_rules! all_sent {
    ($($type:ty),+) => { true $(&& is!($type: Send))+ };
}
macro_rules! any_sent {
    ($($type:ty),+) => { false $(|| is!($type: Send))+ };
}

struct Member<Owner> {
    label: String,
    shared: Owner,
}
enum Number<Owner> {
    Own(i32),
    Shared(Owner),
}

type R = Rc<i32>;
type A = Arc<i32>;

const _: () = assert!(!is!(R: Send) && !is!(R: Sync) && !is!(RcWeak<i32>: Send) && !is!(RcWeak<i32>: Sync));
const _: () = assert!(is!(A: Send) && is!(A: Sync));

const _: () = assert!(!any_sent!(Member<R>, Member<Member<R>>, [R; 2], Arc<R>, Mutex<R>, Arc<Mutex<R>>));
const _: () = assert!(all_sent!(Member<A>, Member<Member<A>>, [A; 2], Arc<A>, Mutex<A>, Arc<Mutex<A>>));

const _: () = assert!(!any_sent!(Result<R, i32>, Result<i32, R>, Sender<R>, Receiver<R>, Number<R>));
const _: () = assert!(all_sent!(Result<A, i32>, Result<i32, A>, Sender<A>, Receiver<A>, Number<A>));

const _: () = assert!(!any_sent!(BTreeMap<i32, R>, Option<R>, (i32, R), Box<R>, Vec<R>));
const _: () = assert!(all_sent!(BTreeMap<i32, A>, Option<A>, (i32, A), Box<A>, Vec<A>, JoinHandle<A>));

fn main() {}
