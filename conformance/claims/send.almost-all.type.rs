// SPDX-License-Identifier: MIT
// Claim: Each type in the table below shall have exactly the markers that the table gives it for the language of the
//   implementation. Almost all of them are sendable.
#![allow(dead_code, non_upper_case_globals)]
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicPtr};
use native::{Arc, Barrier, Condvar, JoinHandle, Mutex, MutexGuard, Once, Rc, Receiver, RwLock, Send, Sync};

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

const yes: bool = true;
const no: bool = false;

/// Checks whether a type is `Send` and `Sync` as expected. It is `Sync` if a reference to it is `Send`.
macro_rules! markers {
    ($type:ty, $send:ident, $sync:ident) => {
        const _: () = assert!(is!($type: Send) == $send && is!($type: Sync) == $sync);
        const _: () = assert!(is!($type: Sync) == is!(&'static $type: Send));
    };
}

// Primitive types.

markers!((), yes, yes);
markers!(bool, yes, yes);
markers!(char, yes, yes);
markers!(i8, yes, yes);
markers!(u8, yes, yes);
markers!(i16, yes, yes);
markers!(u16, yes, yes);
markers!(i32, yes, yes);
markers!(u32, yes, yes);
markers!(i64, yes, yes);
markers!(u64, yes, yes);
markers!(f32, yes, yes);
markers!(f64, yes, yes);
markers!(fn(), yes, yes);
markers!(fn(i32) -> i32, yes, yes);
markers!([i32; 4], yes, yes);
markers!([[i32; 3]; 2], yes, yes);

// Pointers, references and views.

markers!(*mut i32, no, no);
markers!(*const i32, no, no);
markers!(&'static i32, yes, yes);
markers!(&'static mut i32, yes, yes);
markers!(&'static Cell<i32>, no, no);
markers!((i32, &'static i32), yes, yes);
markers!(Option<&'static i32>, yes, yes);
markers!(&'static str, yes, yes);
markers!(&'static [i32], yes, yes);
markers!(&'static mut [i32], yes, yes);
markers!(&'static [i32; 4], yes, yes);
markers!(std::slice::Iter<'static, i32>, yes, yes);
markers!(std::collections::btree_set::Iter<'static, i32>, yes, yes);

// Text, time and similar types.

markers!(String, yes, yes);
markers!(Vec<u16>, yes, yes);
markers!(std::ffi::OsString, yes, yes);
markers!(std::path::PathBuf, yes, yes);
markers!(std::time::Duration, yes, yes);
markers!(std::time::Instant, yes, yes);
markers!(std::time::SystemTime, yes, yes);
markers!(std::io::Error, yes, yes);
markers!(std::io::ErrorKind, yes, yes);
markers!(std::cmp::Ordering, yes, yes);
markers!((f64, f64), yes, yes);
markers!([bool; 8], yes, yes);
markers!(std::fs::File, yes, yes);

// Types that own their values.

markers!([String; 2], yes, yes);
markers!(Vec<i32>, yes, yes);
markers!(Vec<bool>, yes, yes);
markers!(Vec<Vec<String>>, yes, yes);
markers!(VecDeque<i32>, yes, yes);
markers!(VecDeque<String>, yes, yes);
markers!(LinkedList<i32>, yes, yes);
markers!(LinkedList<String>, yes, yes);
markers!(BinaryHeap<i32>, yes, yes);
markers!(BTreeSet<i32>, yes, yes);
markers!(BTreeMap<i32, String>, yes, yes);
markers!(BTreeMap<i32, Vec<String>>, yes, yes);
markers!(HashSet<String>, yes, yes);
markers!(HashMap<String, i32>, yes, yes);
markers!(Option<i32>, yes, yes);
markers!(Result<i32, String>, yes, yes);
markers!(std::ops::ControlFlow<i32, String>, yes, yes);
markers!((i32, String), yes, yes);
markers!((i32, f64, String), yes, yes);
markers!(Cell<i32>, yes, no);
markers!(Vec<Cell<i32>>, yes, no);
markers!(Vec<*mut i32>, no, no);
markers!((i32, *mut i32), no, no);

// Owners.

markers!(Box<i32>, yes, yes);
markers!(Box<[i32]>, yes, yes);
markers!(Box<*mut i32>, no, no);
markers!(Arc<i64>, yes, yes);
markers!(Arc<str>, yes, yes);
markers!(std::sync::Weak<i64>, yes, yes);
markers!(Rc<i32>, no, no);
markers!(std::rc::Weak<i32>, no, no);
markers!(Vec<Rc<i32>>, no, no);
markers!(Option<Rc<i32>>, no, no);
markers!(Arc<i32>, yes, yes);
markers!(std::sync::Weak<i32>, yes, yes);
markers!(Arc<Cell<i32>>, no, no);
markers!(Arc<Rc<i32>>, no, no);
markers!(Box<dyn Fn()>, no, no);
markers!(Box<dyn std::any::Any>, no, no);
markers!(Box<dyn std::error::Error>, no, no);

// Threads and what they use.

markers!(JoinHandle<i32>, yes, yes);
markers!(JoinHandle<()>, yes, yes);
markers!(std::thread::ThreadId, yes, yes);
markers!(Receiver<i32>, yes, no);
markers!(Receiver<Rc<i32>>, no, no);
markers!(Mutex<i32>, yes, yes);
markers!(Mutex<Cell<i32>>, yes, yes);
markers!(Mutex<Rc<i32>>, no, no);
markers!(Arc<Mutex<i32>>, yes, yes);
markers!(MutexGuard<'static, i32>, no, yes);
markers!(MutexGuard<'static, ()>, no, yes);
markers!(Mutex<()>, yes, yes);
markers!(RwLock<()>, yes, yes);
markers!(Condvar, yes, yes);
markers!(Once, yes, yes);
markers!(Barrier, yes, yes);
markers!(AtomicBool, yes, yes);
markers!(AtomicI32, yes, yes);
markers!(AtomicPtr<i32>, yes, yes);

fn main() {}
