// SPDX-License-Identifier: MIT
// Claim: A program that gives a thread an Arc of a value that is not shareable shall be rejected by the ownership
//   check.
// Rejected: E0277
use native::{spawn, Arc};

#[cfg(accepted)]
type Visits = std::sync::atomic::AtomicI32;
#[cfg(not(accepted))]
type Visits = std::cell::Cell<i32>;

fn main() {
    let shared = Arc::new(Visits::new(4));
    let mine = shared.clone();

    let visitor = spawn(move || format!("{:?}", mine));

    assert_eq!(visitor.join().unwrap(), format!("{:?}", shared));
}
