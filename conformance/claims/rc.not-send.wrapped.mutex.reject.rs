// SPDX-License-Identifier: MIT
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
