// SPDX-License-Identifier: MIT
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
