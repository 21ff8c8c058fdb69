// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/owner.hpp"

namespace {

struct branch {
  subject::counted own;
  subject::rc<subject::counted> shared;
};

}  // namespace

// A value that is destroyed gives up what it owns: the value that two others share goes with the second of them.
CLAIM("rc.owners") {
  const subject::tally branches, trunks;
  subject::rc<subject::counted> trunk(subject::counted(trunks, 0));
  subject::rc<branch> one({.own = {branches, 1}, .shared = trunk.clone()});
  subject::rc<branch> other({.own = {branches, 2}, .shared = std::move(trunk)});

  subject::drop(std::move(one));
  CHECK(branches.drops() == 1);
  CHECK(trunks.drops() == 0);
  CHECK(other->shared.count() == 1);
  subject::drop(std::move(other));

  CHECK(branches.drops() == 2);
  CHECK(trunks.drops() == 1);
}
