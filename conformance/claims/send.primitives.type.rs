// SPDX-License-Identifier: MIT
// Claim: The primitive types shall be sendable, except raw pointers, which are not, even if the value can only be read
//   through them.
#![allow(dead_code)]
use native::Send;

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

macro_rules! all_send {
    ($($type:ty),+) => { true $(&& is!($type: Send))+ };
}
macro_rules! any_send {
    ($($type:ty),+) => { false $(|| is!($type: Send))+ };
}

enum Plain {
    Zero,
}

const _: () = assert!(all_send!(bool, char, u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize));
const _: () = assert!(all_send!(f32, f64, (), str, [i32], [i32; 3], [[i32; 3]; 2], (i32, f64), Plain));
const _: () = assert!(all_send!(fn(), fn(i32, &'static str) -> i32), "a function pointer refers to no data");

const _: () = assert!(!any_send!(*mut i32, *const i32, *mut *mut i32, *const u8, *const f64, *const str));
const _: () = assert!(!any_send!(*mut (), *const (), *const fn(), *const [i32; 3], [*mut i32; 3]));

fn main() {}
