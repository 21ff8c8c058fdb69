// SPDX-License-Identifier: MIT
// Aspect: The Rc is an element of a vector.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

fn main() {
    let shared = vec![Owner::new(4)];

    let reader = spawn(move || *shared[0]);

    assert_eq!(reader.join().unwrap(), 4);
}
