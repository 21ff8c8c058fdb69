// SPDX-License-Identifier: MIT
// Claim: An Rc and its weak owner shall not be sendable, whatever the type of the value; an Arc of a number is.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

fn main() {
    let shared = Owner::new(4);

    let clone = shared.clone();
    let reader = spawn(move || *clone);

    assert_eq!(reader.join().unwrap(), *shared);
}
