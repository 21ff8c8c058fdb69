// SPDX-License-Identifier: MIT
// Claim: An Arc shall provide every operation of an Rc, under the same name and with the same effect on one thread.
use native::{Arc, ArcWeak, Rc, RcWeak};

macro_rules! offered_by {
    ($Owner:ident, $Weak:ident) => {
        const _: fn(i32) -> $Owner<i32> = $Owner::new;
        const _: fn(&$Owner<i32>) -> $Owner<i32> = $Owner::clone;
        const _: fn(&$Owner<i32>) -> &i32 = <$Owner<i32> as std::ops::Deref>::deref;
        const _: fn(&$Owner<i32>) -> usize = $Owner::strong_count;
        const _: fn(&$Owner<i32>, &$Owner<i32>) -> bool = $Owner::ptr_eq;
        const _: fn(&mut $Owner<i32>) -> Option<&mut i32> = $Owner::get_mut;
        const _: fn(&mut $Owner<i32>) -> &mut i32 = $Owner::make_mut;
        const _: fn($Owner<i32>) -> Result<i32, $Owner<i32>> = $Owner::try_unwrap;
        const _: fn(&$Owner<i32>) -> $Weak<i32> = $Owner::downgrade;
        const _: fn(&$Weak<i32>) -> Option<$Owner<i32>> = $Weak::upgrade;
        const _: fn(&$Weak<i32>) -> $Weak<i32> = $Weak::clone;
        const _: fn(&$Owner<i32>) -> usize = $Owner::weak_count;
        const _: fn(fn(&$Weak<i32>) -> i32) -> $Owner<i32> = $Owner::new_cyclic;
    };
}

offered_by!(Rc, RcWeak);
offered_by!(Arc, ArcWeak);

fn main() {}
