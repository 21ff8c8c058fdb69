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

/// Two threads and this one add one each, in two steps.
std::string count(std::mt19937_64&) {
  const subject::mutex<int> counter(0);
  std::vector<subject::join_handle<subject::turn>> threads;
  for (int one = 0; one < 2; ++one)
    threads.push_back(subject::spawn([counter] { return subject::take_turn(counter); }));
  const auto own = subject::take_turn(counter);
  auto turns = subject::join_turns(std::move(threads));
  turns.push_back(own);

  if (subject::overlap(turns)) return "two were inside together";
  if (!(counter.lock() == 3)) return "what one added was lost";
  return subject::somebody_waited(turns) ? "one asked while another was inside" : "one came after the other";
}

}  // namespace

CLAIM("mutex.exclusion") {
  const auto explored = subject::explore(
      {.must_be_seen = {"one asked while another was inside"}, .allowed = {"one came after the other"}}, count);

  CHECK(explored.forbidden() == "nothing");
}
