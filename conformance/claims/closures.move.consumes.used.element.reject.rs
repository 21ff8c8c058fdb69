// SPDX-License-Identifier: MIT
// Claim: A program in which a spawner uses a value by its old name, after the value was moved into a closure, shall be
//   rejected by the ownership check, except for known false negatives.
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
