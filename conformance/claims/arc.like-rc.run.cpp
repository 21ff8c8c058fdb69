// SPDX-License-Identifier: MIT
// Claim: An Arc shall provide every operation of an Rc, under the same name and with the same effect on one thread.
#include <array>
#include <cstddef>
#include <optional>
#include <random>
#include <vector>

#include "bindings/owner.hpp"
#include "testing/claim.hpp"
#include "testing/counted.hpp"

namespace {

/// Observations of a value while owners are cloned and dropped: the count, and whether the value is alive.
template <class Owner>
std::vector<std::size_t> course(unsigned seed) {
  std::mt19937 random(seed);
  const testing::tally shared;
  std::array<std::optional<Owner>, 5> owners;
  owners[0].emplace(testing::counted(shared, 42));
  std::vector<std::size_t> seen;
  for (int step = 0; step < 1000 && shared.drops() == 0; ++step) {
    auto& from = owners.at(random() % owners.size());
    auto& to = owners.at(random() % owners.size());
    if (!from) continue;
    if (to)
      to.reset();
    else
      to.emplace(from->clone());
    if (from) seen.push_back(from->count());
  }
  seen.push_back(static_cast<std::size_t>(shared.drops()));
  return seen;
}

}  // namespace

// The same steps on one thread lead to the same counts and to the same drop.
CLAIM("arc.like-rc") {
  for (unsigned seed = 0; seed < 100; ++seed)
    CHECK(course<bindings::arc<testing::counted>>(seed) == course<bindings::rc<testing::counted>>(seed));
}
