// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "subject/claim.hpp"
#include "subject/counted.hpp"
#include "subject/owner.hpp"

namespace {

using owner = subject::rc<subject::counted>;

/// Four owners of a value: the first, two clones of it, and a clone of a clone.
std::vector<std::optional<owner>> four_owners(const subject::tally& shared) {
  std::vector<std::optional<owner>> all;
  all.emplace_back(subject::counted(shared, 42));
  all.emplace_back(all[0]->clone());
  all.emplace_back(all[0]->clone());
  all.emplace_back(all[1]->clone());
  return all;
}

}  // namespace

// In whatever order the owners go, the last one's drop destroys the value, once, and no other does.
CLAIM("rc.owners") {
  std::array<std::size_t, 4> order{0, 1, 2, 3};
  do {
    const subject::tally shared;
    auto owners = four_owners(shared);

    for (const std::size_t next : order) {
      REQUIRE(shared.drops() == 0);
      CHECK((*owners[next])->value() == 42);
      owners[next].reset();
    }

    CHECK(shared.drops() == 1);
  } while (std::ranges::next_permutation(order).found);
}
