// SPDX-License-Identifier: MIT
// Claim: A clone of an Rc, and nothing else, shall add one to the reference count, and each drop subtract one. The drop
//   that leaves no owner, and no other, drops the value, exactly once.
// Aspect: The dropped value owns another Rc, which may be the last owner of its value.
#include <utility>

#include "bindings/owner.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

namespace {

struct branch {
  testing::counted own;
  bindings::rc<testing::counted> shared;
};

}  // namespace

CLAIM("rc.owners") {
  const testing::tally branches, trunks;
  bindings::rc<testing::counted> trunk(testing::counted(trunks, 0));
  bindings::rc<branch> one({.own = {branches, 1}, .shared = trunk.clone()});
  bindings::rc<branch> other({.own = {branches, 2}, .shared = std::move(trunk)});

  bindings::drop(std::move(one));
  CHECK(branches.drops() == 1);
  CHECK(trunks.drops() == 0);
  CHECK(other->shared.count() == 1);
  bindings::drop(std::move(other));

  CHECK(branches.drops() == 2);
  CHECK(trunks.drops() == 1);
}
