// SPDX-License-Identifier: MIT
// Claim: A type that only combines parts shall be sendable, without action of its author, exactly if all its parts are,
//   at every depth. Types with hidden parts are exempt.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

struct Leaf(Owner<i32>);
struct Branch(Vec<Leaf>);
struct Tree(Option<Branch>);

fn value_of(tree: Tree) -> i32 {
    *tree.0.unwrap().0[0].0
}

fn main() {
    let tree = Tree(Some(Branch(vec![Leaf(Owner::new(4))])));

    let reader = spawn(move || value_of(tree));

    assert_eq!(reader.join().unwrap(), 4);
}
