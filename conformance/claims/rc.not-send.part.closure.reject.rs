// SPDX-License-Identifier: MIT
// Claim: A program that gives a value with an Rc inside it to another thread shall be rejected by the ownership check,
//   with a message that says that it is not sendable. The Rc may be at any depth in members, elements, alternatives or
//   closures.
// Aspect: The Rc is in the environment of a closure.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

fn main() {
    let shared = Owner::new(4);
    let value = move || *shared;

    let reader = spawn(move || value());

    assert_eq!(reader.join().unwrap(), 4);
}
