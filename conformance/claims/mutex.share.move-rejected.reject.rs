// SPDX-License-Identifier: MIT
// Rejected: E0382
use native::{spawn, Mutex};

fn main() {
    let count = Mutex::new(4);

    for _ in 0..2 {
        #[cfg(accepted)]
        let count = Mutex::new(4);
        let adder = spawn(move || *count.lock().unwrap() += 1);
        adder.join().unwrap();
    }

    #[cfg(accepted)]
    assert_eq!(*count.lock().unwrap(), 4);
}
