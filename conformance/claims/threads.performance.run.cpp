// SPDX-License-Identifier: MIT
// Claim: Work that is split over threads shall be able to finish sooner than on one thread: waits overlap, and so does
//   computation if a second processor is free.
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

// Waiting overlaps: an answer that comes only after all threads have asked does not come if the threads ask in turn.
CLAIM("threads.performance") {
  const std::vector<testing::latch> asked(4);
  const testing::latch answered;

  std::vector<bindings::join_handle<bool>> handles;
  for (const auto& own : asked) {
    handles.push_back(bindings::spawn([own, answered] {
      own.open();
      answered.wait();
      return answered.is_open();
    }));
  }
  for (const auto& each : asked) each.wait();
  answered.open();

  for (auto& handle : handles) CHECK(handle.join() == true);
}
