// SPDX-License-Identifier: MIT
// Claim: A program that gives a thread a value of its own type shall be rejected by the ownership check if this needs a
//   marker that neither the parts of the type nor its author give it.
// Aspect: The type has no markers and could be sent if it had one.
// Rejected: E0277
use native::spawn;

/// A value in a box that is opened once.
struct Parcel(*mut i32);

impl Parcel {
    fn new(contents: i32) -> Self {
        Parcel(Box::into_raw(Box::new(contents)))
    }

    fn open(self) -> i32 {
        // SAFETY: the parcel owned the value, and was consumed.
        *unsafe { Box::from_raw(self.0) }
    }
}

// SAFETY: only the owner of the parcel has access to the value.
#[cfg(accepted)]
unsafe impl native::Send for Parcel {}

fn main() {
    let parcel = Parcel::new(4);

    let opener = spawn(move || parcel.open());

    assert_eq!(opener.join().unwrap(), 4);
}
