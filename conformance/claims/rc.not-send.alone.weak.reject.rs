// SPDX-License-Identifier: MIT
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
