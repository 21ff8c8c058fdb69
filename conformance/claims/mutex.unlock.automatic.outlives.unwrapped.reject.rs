// SPDX-License-Identifier: MIT
// Claim: A program in which a guard outlives its mutex shall be rejected by the ownership check, except for known false
//   negatives.
// Aspect: The function returns the guard and not the result of the lock.
// Rejected: E0515
use native::{Mutex, MutexGuard};

#[cfg(accepted)]
fn locked(count: &Mutex<i32>) -> MutexGuard<'_, i32> {
    count.lock().unwrap()
}
#[cfg(not(accepted))]
fn locked(first: &i32) -> MutexGuard<'_, i32> {
    let count = Mutex::new(*first);
    count.lock().unwrap()
}

fn main() {
    #[cfg(accepted)]
    let four = Mutex::new(4);
    #[cfg(not(accepted))]
    let four = 4;

    assert_eq!(*locked(&four), 4);
}
