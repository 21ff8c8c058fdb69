// SPDX-License-Identifier: MIT
// Claim: At most one thread at a time shall hold the lock of a mutex and have access to its data.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/turn.hpp"

namespace {

/// Two threads and the calling one add one each, in two steps.
std::string count(std::mt19937_64&) {
  const bindings::mutex<int> counter(0);
  std::vector<bindings::join_handle<testing::turn>> threads;
  for (int one = 0; one < 2; ++one)
    threads.push_back(bindings::spawn([counter] { return testing::take_turn(counter); }));
  const auto own = testing::take_turn(counter);
  auto turns = testing::join_turns(std::move(threads));
  turns.push_back(own);

  if (testing::overlap(turns)) return "two threads held the lock at the same time";
  if (!(counter.lock() == 3)) return "an addition was lost";
  return testing::any_may_have_waited(turns) ? "one had to wait" : "none had to wait";
}

}  // namespace

CLAIM("mutex.exclusion") {
  const auto explored = testing::explore({.must_be_seen = {"one had to wait"}, .allowed = {"none had to wait"}}, count);

  CHECK(explored.forbidden() == "nothing");
}
