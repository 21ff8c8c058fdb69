// SPDX-License-Identifier: MIT
// Claim: A program that accesses the data of a mutex without its lock, before acquiring it or after releasing it, shall
//   be rejected by the ownership check, except for known false negatives.
// Aspect: A function returns a reference to the data, and its guard ends with it.
// Rejected: E0515
use native::Mutex;

#[cfg(accepted)]
fn inside_of(count: &Mutex<i32>) -> i32 {
    let guard = count.lock().unwrap();
    *guard
}
#[cfg(not(accepted))]
fn inside_of(count: &Mutex<i32>) -> &i32 {
    let guard = count.lock().unwrap();
    &*guard
}

fn main() {
    let count = Mutex::new(4);

    assert_eq!(inside_of(&count).clone(), 4);
}
