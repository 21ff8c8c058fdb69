// SPDX-License-Identifier: MIT
#include <cstddef>
#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/owner.hpp"
#include "subject/thread.hpp"

// What an owner says of the count is true at that time, wherever the other owners are and whatever it said before.
CLAIM("arc.atomic") {
  constexpr std::size_t clones = 100;
  const std::vector<subject::gate> cloned(3);
  const subject::gate counted;
  const subject::arc<int> first(42);
  std::vector<subject::join_handle<subject::nothing>> cloning;
  for (const auto& own_turn : cloned) {
    cloning.push_back(subject::spawn([=, own = first.clone()] {
      std::vector<subject::arc<int>> others;
      while (others.size() < clones) others.push_back(own.clone());
      own_turn.open();
      counted.pass();
    }));
  }
  CHECK(first.count() >= 1 + cloned.size());

  for (const auto& each : cloned) each.pass();
  CHECK(first.count() == 1 + cloned.size() * (1 + clones));
  counted.open();
  for (auto& handle : cloning) handle.join();

  CHECK(first.count() == 1);
}
