// SPDX-License-Identifier: MIT
// Aspect: The owner is copied.
// Rejected: E0382
use native::Rc;

fn main() {
    let first = Rc::new(4);

    #[cfg(accepted)]
    let second = first.clone();
    #[cfg(not(accepted))]
    let second = first;

    assert_eq!(*first + *second, 8);
}
