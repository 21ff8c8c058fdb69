// SPDX-License-Identifier: MIT
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/turn.hpp"

namespace {

/// Two threads take the same two locks in one order, and a third one only the second lock.
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

  if (!(first.lock() == 2) || !(second.lock() == 3)) return "what one added was lost";
  return testing::somebody_waited(turns) ? "all went on, and one asked while another was inside" : "all went on";
}

}  // namespace

CLAIM("mutex.lock.same-order") {
  const auto explored = testing::explore(
      {.must_be_seen = {"all went on, and one asked while another was inside"}, .allowed = {"all went on"}}, meet);

  CHECK(explored.forbidden() == "nothing");
}
