// SPDX-License-Identifier: MIT
// Aspect: A weak owner is copied.
// Rejected: E0382
use native::Rc;

fn main() {
    let owner = Rc::new(4);
    let first = Rc::downgrade(&owner);

    #[cfg(accepted)]
    let second = first.clone();
    #[cfg(not(accepted))]
    let second = first;

    assert_eq!(*first.upgrade().unwrap() + *second.upgrade().unwrap(), 8);
}
