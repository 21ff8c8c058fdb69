// SPDX-License-Identifier: MIT
// Claim: A program that gives a value with an Rc inside it to another thread shall be rejected by the ownership check,
//   with a message that says that it is not sendable. The Rc may be at any depth in members, elements, alternatives or
//   closures.
// Aspect: The Rc is a member of a class.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

struct Labelled {
    label: String,
    shared: Owner<i32>,
}

fn value_of(labelled: Labelled) -> i32 {
    assert_eq!(labelled.label, "four");
    *labelled.shared
}

fn main() {
    let labelled = Labelled { label: "four".into(), shared: Owner::new(4) };

    let reader = spawn(move || value_of(labelled));

    assert_eq!(reader.join().unwrap(), 4);
}
