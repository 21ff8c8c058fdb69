// SPDX-License-Identifier: MIT
// Rejected: E0277
#[cfg(accepted)]
use subject::Arc as Owner;
#[cfg(not(accepted))]
use subject::Rc as Owner;

use subject::spawn;

fn main() {
    let shared = Some(Owner::new(4));

    let reader = spawn(move || *shared.unwrap());

    assert_eq!(reader.join().unwrap(), 4);
}
