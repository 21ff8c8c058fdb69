// SPDX-License-Identifier: MIT
// Claim: A program that gives a thread a value of its own type shall be rejected by the ownership check if this needs a
//   marker that neither the parts of the type nor its author give it.
// Rejected: E0277
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use native::{spawn, Arc};

/// A count with its own lock.
struct Count {
    taken: AtomicBool,
    value: UnsafeCell<i32>,
}

impl Count {
    fn add_one(&self) -> i32 {
        while self.taken.swap(true, Ordering::Acquire) {
            std::thread::yield_now();
        }
        // SAFETY: only the holder of the lock has access to the value.
        let now = unsafe {
            *self.value.get() += 1;
            *self.value.get()
        };
        self.taken.store(false, Ordering::Release);
        now
    }
}

// SAFETY: the value is used only while the lock is held.
#[cfg(accepted)]
unsafe impl native::Sync for Count {}

fn main() {
    let shared = Arc::new(Count { taken: AtomicBool::new(false), value: UnsafeCell::new(0) });
    let mine = shared.clone();

    let other = spawn(move || mine.add_one());
    let first = shared.add_one();
    let second = other.join().unwrap();

    assert_eq!((first + second, shared.add_one()), (3, 3));
}
