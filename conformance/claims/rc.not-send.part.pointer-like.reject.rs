// SPDX-License-Identifier: MIT
// Claim: A program that gives a value with an Rc inside it to another thread shall be rejected by the ownership check,
//   with a message that says that it is not sendable. The Rc may be at any depth in members, elements, alternatives or
//   closures.
// Aspect: The Rc is a member of a class that acts as a pointer.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use std::ops::Deref;
use native::spawn;

/// A class that acts as a pointer and shares its target.
struct Handle(Owner<i32>);

impl Deref for Handle {
    type Target = i32;

    fn deref(&self) -> &i32 {
        &self.0
    }
}

fn value_of(handle: Handle) -> i32 {
    *handle
}

fn main() {
    let handle = Handle(Owner::new(4));

    let reader = spawn(move || value_of(handle));

    assert_eq!(reader.join().unwrap(), 4);
}
