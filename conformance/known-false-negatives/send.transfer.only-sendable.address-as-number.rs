// SPDX-License-Identifier: MIT
// Wrong: the address of a variable goes to another thread as a number and is converted back there.
use native::spawn;

fn main() {
    let mut count = 3;

    let address = &mut count as *mut i32 as usize;
    // SAFETY: none. This is the mistake.
    let other = spawn(move || unsafe { *(address as *mut i32) += 1 });
    count += 1;

    other.join().unwrap();
    assert_eq!(count, 5);
}
