// SPDX-License-Identifier: MIT
// Claim: A program that can lose an update shall give the right result under one imposed schedule and a wrong result
//   under another, each in every repetition.
#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/latch.hpp"

namespace {

/// The positions of a thread's two steps among the four steps.
struct turns {
  std::size_t reads, writes;
};

/// The sum after two threads have added one each to 0. They add in two steps. Each step is atomic, but the two together
/// are not.
int count_under_schedule(turns one, turns other) {
  const auto count = std::make_shared<std::atomic<int>>(0);
  const std::vector<testing::latch> turn(5);
  const auto add_one = [=](turns own) {
    return [=] {
      turn[own.reads].wait();
      const int seen = count->load();
      turn[own.reads + 1].open();
      turn[own.writes].wait();
      count->store(seen + 1);
      turn[own.writes + 1].open();
    };
  };

  turn.front().open();
  auto first = bindings::spawn(add_one(one));
  auto second = bindings::spawn(add_one(other));
  first.join();
  second.join();
  return count->load();
}

}  // namespace

CLAIM("threads.hazard.schedule") {
  for (int times = 0; times < 10; ++times) {
    CHECK(count_under_schedule({.reads = 0, .writes = 1}, {.reads = 2, .writes = 3}) ==
          2);  // one after the other: correct
    CHECK(count_under_schedule({.reads = 0, .writes = 2}, {.reads = 1, .writes = 3}) == 1);  // an update is lost
  }
}
