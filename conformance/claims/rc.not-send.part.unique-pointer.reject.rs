// SPDX-License-Identifier: MIT
// Aspect: The Rc is owned by a unique pointer.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

fn main() {
    let shared = Box::new(Owner::new(4));

    let reader = spawn(move || **shared);

    assert_eq!(reader.join().unwrap(), 4);
}
