// SPDX-License-Identifier: MIT
#include <cstddef>
#include <vector>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/owner.hpp"

// There may be more owners than a short number has room for.
CLAIM("rc.owners") {
  constexpr std::size_t clones = 70'000;
  const subject::tally shared;
  const subject::rc<subject::counted> first(subject::counted(shared, 42));
  std::vector<subject::rc<subject::counted>> others;

  while (others.size() < clones) others.push_back(first.clone());
  CHECK(first.count() == clones + 1);
  others.clear();

  REQUIRE(shared.drops() == 0);
  CHECK(first.count() == 1);
  CHECK(first->value() == 42);
}
