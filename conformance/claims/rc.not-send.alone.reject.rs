// SPDX-License-Identifier: MIT
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

fn main() {
    let shared = Owner::new(4);
    let mine = shared.clone();

    let reader = spawn(move || *mine);

    assert_eq!(reader.join().unwrap(), *shared);
}
