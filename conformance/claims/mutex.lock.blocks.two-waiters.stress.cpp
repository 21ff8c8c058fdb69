// SPDX-License-Identifier: MIT
// Claim: If another thread holds the lock, lock shall wait until it can acquire the lock and then do so, with almost no
//   use of the processor while it waits.
// Aspect: Two threads wait for the same holder, and the second one then waits for the first.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/turn.hpp"

namespace {

/// Two threads wait for the same holder, and the second one then waits for the first: only the first one can wake it.
std::string meet(std::mt19937_64&) {
  const bindings::mutex<int> counter(0);
  std::vector<bindings::join_handle<testing::turn>> others;
  testing::turn own{.called = testing::now()};
  {
    const auto held = counter.lock();
    own.began = testing::now();
    for (int one = 0; one < 2; ++one)
      others.push_back(bindings::spawn([counter] { return testing::take_turn(counter); }));
    own.ended = testing::now();
  }
  const auto turns = testing::join_turns(std::move(others));

  const auto& [one, two] = std::pair(turns.front(), turns.back());
  if (!one.took_place() || !two.took_place()) return "lock failed";
  if (testing::overlap({own, one, two})) return "lock did not wait";
  return one.may_have_waited_for(own) && two.may_have_waited_for(own) ? "both called lock while it was held"
                                                                      : "at least one called lock later";
}

}  // namespace

CLAIM("mutex.lock.blocks") {
  const auto explored = testing::explore(
      {.must_be_seen = {"both called lock while it was held"}, .allowed = {"at least one called lock later"}}, meet);

  CHECK(explored.forbidden() == "nothing");
}
