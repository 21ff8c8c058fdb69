// SPDX-License-Identifier: MIT
// Claim: A program that gives a value with an Rc inside it to another thread shall be rejected by the ownership check,
//   with a message that says that it is not sendable. The Rc may be at any depth in members, elements, alternatives or
//   closures.
// Aspect: The Rc is in a result.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

fn main() {
    let looked_up: Result<Owner<i32>, i32> = Ok(Owner::new(4));

    let reader = spawn(move || *looked_up.unwrap());

    assert_eq!(reader.join().unwrap(), 4);
}
