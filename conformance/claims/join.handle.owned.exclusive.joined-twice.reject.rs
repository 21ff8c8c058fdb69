// SPDX-License-Identifier: MIT
// Aspect: The handle is joined twice.
// Rejected: E0382
use native::spawn;

fn main() {
    let handle = spawn(|| 4);

    let first = handle.join().unwrap();
    #[cfg(accepted)]
    let second = first;
    #[cfg(not(accepted))]
    let second = handle.join().unwrap();

    assert_eq!(first, second);
}
