// SPDX-License-Identifier: MIT
// Claim: A clone of an Rc, and nothing else, shall add one to the reference count, and each drop subtract one. The drop
//   that leaves no owner, and no other, drops the value, exactly once.
// Aspect: The owners are dropped in every possible order.
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "bindings/owner.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

namespace {

using owner = bindings::rc<testing::counted>;

/// Four owners of a value: the first, two clones of it, and a clone of a clone.
std::vector<std::optional<owner>> four_owners(const testing::tally& shared) {
  std::vector<std::optional<owner>> all;
  all.emplace_back(testing::counted(shared, 42));
  all.emplace_back(all[0]->clone());
  all.emplace_back(all[0]->clone());
  all.emplace_back(all[1]->clone());
  return all;
}

}  // namespace

CLAIM("rc.owners") {
  std::array<std::size_t, 4> order{0, 1, 2, 3};
  do {
    const testing::tally shared;
    auto owners = four_owners(shared);

    for (const std::size_t next : order) {
      REQUIRE(shared.drops() == 0);
      CHECK((*owners[next])->value() == 42);
      owners[next].reset();
    }

    CHECK(shared.drops() == 1);
  } while (std::ranges::next_permutation(order).found);
}
