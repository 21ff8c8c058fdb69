// SPDX-License-Identifier: MIT
// Aspect: The Rc is in an optional value.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

fn main() {
    let shared = Some(Owner::new(4));

    let reader = spawn(move || *shared.unwrap());

    assert_eq!(reader.join().unwrap(), 4);
}
