// SPDX-License-Identifier: MIT
// Claim: A program that gives a value with an Rc inside it to another thread shall be rejected by the ownership check,
//   with a message that says that it is not sendable. The Rc may be at any depth in members, elements, alternatives or
//   closures.
// Aspect: The Rc is an alternative of a variant.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

enum Number {
    Own(i32),
    Shared(Owner<i32>),
}

fn value_of(number: Number) -> i32 {
    match number {
        Number::Own(value) => value,
        Number::Shared(owner) => *owner,
    }
}

fn main() {
    let own = Number::Own(3);
    let shared = Number::Shared(Owner::new(4));

    let reader = spawn(move || value_of(own) + value_of(shared));

    assert_eq!(reader.join().unwrap(), 7);
}
