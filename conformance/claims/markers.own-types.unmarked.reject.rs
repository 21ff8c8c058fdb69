// SPDX-License-Identifier: MIT
// Rejected: E0277
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use native::{spawn, Arc};

/// A count with a lock of the test's own.
struct Count {
    taken: AtomicBool,
    value: UnsafeCell<i32>,
}

impl Count {
    fn add_one(&self) -> i32 {
        while self.taken.swap(true, Ordering::Acquire) {
            std::thread::yield_now();
        }
        // SAFETY: whoever has taken the lock is alone with the value.
        let now = unsafe {
            *self.value.get() += 1;
            *self.value.get()
        };
        self.taken.store(false, Ordering::Release);
        now
    }
}

// SAFETY: the value is reached with the lock taken only.
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
