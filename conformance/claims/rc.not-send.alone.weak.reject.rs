// SPDX-License-Identifier: MIT
// Claim: A program that gives an Rc, or its weak owner, to another thread as an argument or as a result shall be
//   rejected by the ownership check, with a message that names the type and says that it is not sendable.
// Aspect: The value is a weak owner.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

fn main() {
    let shared = Owner::new(4);
    let weak = Owner::downgrade(&shared);

    let reader = spawn(move || *weak.upgrade().unwrap());

    assert_eq!(reader.join().unwrap(), *shared);
}
