// SPDX-License-Identifier: MIT
// Claim: The primitive types shall be shareable, except raw pointers.
#![allow(dead_code)]
use native::Sync;

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

macro_rules! all_sync {
    ($($type:ty),+) => { true $(&& is!($type: Sync))+ };
}

enum Plain {
    Zero,
}

const _: () = assert!(all_sync!(bool, char, u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize));
const _: () = assert!(all_sync!(f32, f64, (), str, [i32], [i32; 3], [[i32; 3]; 2], (i32, f64), Plain));
const _: () = assert!(all_sync!(fn(), fn(i32, &'static str) -> i32), "a function pointer refers to no data");

const _: () = assert!(!is!(*mut i32: Sync) && !is!(*const i32: Sync) && !is!([*mut i32; 3]: Sync));

fn main() {}
