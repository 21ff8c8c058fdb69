// SPDX-License-Identifier: MIT
// Claim: The reference count of an Arc shall always be the number of its owners, however many threads clone and drop
//   them at the same time.
#include <cstddef>
#include <vector>

#include "bindings/owner.hpp"
#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

// The count of each owner is correct at each time, whatever threads the other owners are on.
CLAIM("arc.atomic.count") {
  constexpr std::size_t clones = 100;
  const std::vector<testing::latch> cloned(3);
  const testing::latch counted;
  const bindings::arc<int> first(42);
  std::vector<bindings::join_handle<bindings::nothing>> cloning;
  for (const auto& own_turn : cloned) {
    cloning.push_back(bindings::spawn([=, own = first.clone()] {
      std::vector<bindings::arc<int>> others;
      while (others.size() < clones) others.push_back(own.clone());
      own_turn.open();
      counted.wait();
    }));
  }
  CHECK(first.count() >= 1 + cloned.size());

  for (const auto& each : cloned) each.wait();
  CHECK(first.count() == 1 + cloned.size() * (1 + clones));
  counted.open();
  for (auto& handle : cloning) handle.join();

  CHECK(first.count() == 1);
}
