// SPDX-License-Identifier: MIT
// Claim: The value of an Arc shall be dropped exactly once, by the thread that drops the last owner, and not before.
// Aspect: The dropped value owns another Arc, which may be the last owner of its value.
#include <utility>

#include "bindings/owner.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

namespace {

struct branch {
  testing::counted own;
  bindings::arc<testing::counted> shared;
};

}  // namespace

CLAIM("arc.atomic.last") {
  const testing::tally branches, trunks;
  bindings::arc<testing::counted> trunk(testing::counted(trunks, 0));
  bindings::arc<branch> one({.own = {branches, 1}, .shared = trunk.clone()});
  bindings::arc<branch> other({.own = {branches, 2}, .shared = std::move(trunk)});

  bindings::drop(std::move(one));
  CHECK(branches.drops() == 1);
  CHECK(trunks.drops() == 0);
  CHECK(other->shared.count() == 1);
  bindings::drop(std::move(other));

  CHECK(branches.drops() == 2);
  CHECK(trunks.drops() == 1);
}
