// SPDX-License-Identifier: MIT
// Rejected: E0277
use native::spawn;

/// A value on its way, which is taken out once.
struct Parcel(*mut i32);

impl Parcel {
    fn new(contents: i32) -> Self {
        Parcel(Box::into_raw(Box::new(contents)))
    }

    fn open(self) -> i32 {
        // SAFETY: the parcel owned the value, and is gone.
        *unsafe { Box::from_raw(self.0) }
    }
}

// SAFETY: whoever has the parcel is alone with the value.
#[cfg(accepted)]
unsafe impl native::Send for Parcel {}

fn main() {
    let parcel = Parcel::new(4);

    let opener = spawn(move || parcel.open());

    assert_eq!(opener.join().unwrap(), 4);
}
