// SPDX-License-Identifier: MIT
// Aspect: The mutex is copied.
// Rejected: E0599
use native::Mutex;

fn main() {
    let count = Mutex::new(4);

    #[cfg(accepted)]
    let mine = count;
    #[cfg(not(accepted))]
    let mine = count.clone();

    assert_eq!(*mine.lock().unwrap(), 4);
}
