// SPDX-License-Identifier: MIT
#include <utility>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/owner.hpp"

// Each value has a count of its own, and goes with its own last owner.
CLAIM("rc.owners") {
  const subject::tally one, other;
  subject::rc<subject::counted> first(subject::counted(one, 1));
  const subject::rc<subject::counted> second(subject::counted(other, 2));

  auto clone = first.clone();
  CHECK(first.count() == 2);
  CHECK(second.count() == 1);
  subject::drop(std::move(clone));
  subject::drop(std::move(first));

  CHECK(one.drops() == 1);
  REQUIRE(other.drops() == 0);
  CHECK(second.count() == 1);
  CHECK(second->value() == 2);
}
