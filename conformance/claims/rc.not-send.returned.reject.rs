// SPDX-License-Identifier: MIT
// Rejected: E0277
#[cfg(accepted)]
use subject::Arc as Owner;
#[cfg(not(accepted))]
use subject::Rc as Owner;

use subject::spawn;

fn main() {
    let maker = spawn(|| Owner::new(4));

    assert_eq!(*maker.join().unwrap(), 4);
}
