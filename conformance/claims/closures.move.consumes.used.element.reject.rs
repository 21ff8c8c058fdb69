// SPDX-License-Identifier: MIT
// Aspect: The value is an element of a container.
// Rejected: E0507
use native::spawn;

fn main() {
    let lists = vec![vec![2, 3, 5, 7]];

    #[cfg(accepted)]
    let mine = lists[0].clone();
    #[cfg(not(accepted))]
    let mine = lists[0];
    let reader = spawn(move || mine.len());

    assert_eq!(reader.join().unwrap(), lists[0].len());
}
