// SPDX-License-Identifier: MIT
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

fn main() {
    let shared = Owner::new(vec![2, 3, 5, 7]);
    let mine = shared.clone();

    let reader = spawn(move || mine.len());

    assert_eq!(reader.join().unwrap(), shared.len());
}
