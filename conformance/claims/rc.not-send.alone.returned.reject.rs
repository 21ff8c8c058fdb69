// SPDX-License-Identifier: MIT
// Claim: A program that gives an Rc, or its weak owner, to another thread as an argument or as a result shall be
//   rejected by the ownership check, with a message that names the type and says that it is not sendable.
// Aspect: The Rc is the result of a thread.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

fn main() {
    let maker = spawn(|| Owner::new(4));

    assert_eq!(*maker.join().unwrap(), 4);
}
