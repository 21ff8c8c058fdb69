// SPDX-License-Identifier: MIT
// Aspect: The Rc is in a result.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

fn main() {
    let looked_up: Result<Owner<i32>, i32> = Ok(Owner::new(4));

    let reader = spawn(move || *looked_up.unwrap());

    assert_eq!(reader.join().unwrap(), 4);
}
