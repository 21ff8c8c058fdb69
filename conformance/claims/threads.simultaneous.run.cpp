// SPDX-License-Identifier: MIT
// Claim: Several threads shall be able to be in the middle of their work at the same time, so that each can wait there
//   for all the others.
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

CLAIM("threads.simultaneous") {
  constexpr int crowd = 5;
  const std::vector<testing::latch> arrived(crowd);

  std::vector<bindings::join_handle<int>> handles;
  for (const auto& own : arrived) {
    handles.push_back(bindings::spawn([own, arrived] {
      own.open();
      int met = 0;
      for (const auto& each : arrived) {
        each.wait();
        ++met;
      }
      return met;  // each thread has seen all others while it runs
    }));
  }

  for (auto& handle : handles) CHECK(handle.join() == crowd);
}
