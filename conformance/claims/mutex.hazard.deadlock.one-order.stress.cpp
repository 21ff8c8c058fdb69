// SPDX-License-Identifier: MIT
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "subject/claim.hpp"
#include "subject/explore.hpp"
#include "subject/thread.hpp"
#include "subject/turn.hpp"

namespace {

/// Two threads take the same two locks in one order, and a third one only the second lock.
std::string meet(std::mt19937_64&) {
  const subject::mutex<int> first(0), second(0);
  std::vector<subject::join_handle<subject::turn>> threads;
  for (int one = 0; one < 2; ++one) {
    threads.push_back(subject::spawn([=] {
      const auto held = first.lock();
      *held += 1;
      return subject::take_turn(second);
    }));
  }
  const auto own = subject::take_turn(second);
  auto turns = subject::join_turns(std::move(threads));
  turns.push_back(own);

  if (!(first.lock() == 2) || !(second.lock() == 3)) return "what one added was lost";
  return subject::somebody_waited(turns) ? "all went on, and one asked while another was inside" : "all went on";
}

}  // namespace

CLAIM("mutex.hazard.deadlock") {
  const auto explored = subject::explore(
      {.must_be_seen = {"all went on, and one asked while another was inside"}, .allowed = {"all went on"}}, meet);

  CHECK(explored.forbidden() == "nothing");
}
