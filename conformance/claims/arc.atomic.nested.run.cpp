// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/owner.hpp"

namespace {

struct branch {
  subject::counted own;
  subject::arc<subject::counted> shared;
};

}  // namespace

// A value that is destroyed gives up what it owns, which may be the last owner of another value.
CLAIM("arc.atomic") {
  const subject::tally branches, trunks;
  subject::arc<subject::counted> trunk(subject::counted(trunks, 0));
  subject::arc<branch> one({.own = {branches, 1}, .shared = trunk.clone()});
  subject::arc<branch> other({.own = {branches, 2}, .shared = std::move(trunk)});

  subject::drop(std::move(one));
  CHECK(branches.drops() == 1);
  CHECK(trunks.drops() == 0);
  CHECK(other->shared.count() == 1);
  subject::drop(std::move(other));

  CHECK(branches.drops() == 2);
  CHECK(trunks.drops() == 1);
}
