// SPDX-License-Identifier: MIT
// Claim: A program that gives an Arc, a mutex or an end of a channel to another thread shall be rejected by the
//   ownership check if an Rc is its value, its data or its message.
// Aspect: The Rc is the data of a mutex.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::{spawn, Mutex};

fn main() {
    let shared = Mutex::new(Owner::new(4));

    let reader = spawn(move || **shared.lock().unwrap());

    assert_eq!(reader.join().unwrap(), 4);
}
