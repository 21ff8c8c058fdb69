// SPDX-License-Identifier: MIT
// Claim: A clone of an Rc, and nothing else, shall add one to the reference count, and each drop subtract one. The drop
//   that leaves no owner, and no other, drops the value, exactly once.
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
