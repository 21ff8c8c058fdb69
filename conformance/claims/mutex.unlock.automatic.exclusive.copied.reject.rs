// SPDX-License-Identifier: MIT
// Aspect: The guard is copied.
// Rejected: E0382
use native::Mutex;

fn main() {
    let count = Mutex::new(4);
    let guard = count.lock().unwrap();

    let mine = guard;

    #[cfg(accepted)]
    assert_eq!(*mine, 4);
    #[cfg(not(accepted))]
    assert_eq!(*guard, 4);
}
