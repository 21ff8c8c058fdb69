// SPDX-License-Identifier: MIT
#include <vector>

#include "subject/claim.hpp"
#include "subject/gate.hpp"
#include "subject/thread.hpp"

CLAIM("threads.simultaneous") {
  constexpr int crowd = 5;
  const std::vector<subject::gate> arrived(crowd);

  std::vector<subject::join_handle<int>> handles;
  for (const auto& own : arrived) {
    handles.push_back(subject::spawn([own, arrived] {
      own.open();
      int met = 0;
      for (const auto& each : arrived) {
        each.pass();
        ++met;
      }
      return met;  // in the middle of its work, each has met all
    }));
  }

  for (auto& handle : handles) CHECK(handle.join() == crowd);
}
