// SPDX-License-Identifier: MIT
// Claim: A program that gives a value with an Rc inside it to another thread shall be rejected by the ownership check,
//   with a message that says that it is not sendable. The Rc may be at any depth in members, elements, alternatives or
//   closures.
// Aspect: The Rc is a member of a member of a member.
// Rejected: E0277
#[cfg(accepted)]
use native::Arc as Owner;
#[cfg(not(accepted))]
use native::Rc as Owner;

use native::spawn;

struct Leaf(Owner<i32>);
struct Branch(Leaf);
struct Tree(Branch);

fn value_of(tree: Tree) -> i32 {
    let Tree(Branch(Leaf(shared))) = tree;
    *shared
}

fn main() {
    let tree = Tree(Branch(Leaf(Owner::new(4))));

    let reader = spawn(move || value_of(tree));

    assert_eq!(reader.join().unwrap(), 4);
}
