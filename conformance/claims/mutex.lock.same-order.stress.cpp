// SPDX-License-Identifier: MIT
// Claim: Threads that acquire the same locks in the same order shall always continue.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/turn.hpp"

namespace {

/// Two threads take the same two locks in the same order, and a third one takes only the second lock.
std::string meet(std::mt19937_64&) {
  const bindings::mutex<int> first(0), second(0);
  std::vector<bindings::join_handle<testing::turn>> threads;
  for (int one = 0; one < 2; ++one) {
    threads.push_back(bindings::spawn([=] {
      const auto held = first.lock();
      *held += 1;
      return testing::take_turn(second);
    }));
  }
  const auto own = testing::take_turn(second);
  auto turns = testing::join_turns(std::move(threads));
  turns.push_back(own);

  if (!(first.lock() == 2) || !(second.lock() == 3)) return "an addition was lost";
  return testing::any_may_have_waited(turns) ? "all continued, and one had to wait" : "all continued";
}

}  // namespace

CLAIM("mutex.lock.same-order") {
  const auto explored =
      testing::explore({.must_be_seen = {"all continued, and one had to wait"}, .allowed = {"all continued"}}, meet);

  CHECK(explored.forbidden() == "nothing");
}
