// SPDX-License-Identifier: MIT
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
