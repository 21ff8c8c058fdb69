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

/// Two threads wait for the same holder, and the second of them for the first: nobody else is left to wake it.
std::string meet(std::mt19937_64&) {
  const subject::mutex<int> counter(0);
  std::vector<subject::join_handle<subject::turn>> others;
  subject::turn own{.asked = subject::now()};
  {
    const auto held = counter.lock();
    own.began = subject::now();
    for (int one = 0; one < 2; ++one)
      others.push_back(subject::spawn([counter] { return subject::take_turn(counter); }));
    own.ended = subject::now();
  }
  const auto turns = subject::join_turns(std::move(others));

  const auto& [one, two] = std::pair(turns.front(), turns.back());
  if (!one.took_place() || !two.took_place()) return "lock failed";
  if (subject::overlap({own, one, two})) return "lock did not wait";
  return one.may_have_waited_for(own) && two.may_have_waited_for(own) ? "both asked while it was held"
                                                                      : "one or both came later";
}

}  // namespace

CLAIM("mutex.lock.blocks") {
  const auto explored =
      subject::explore({.must_be_seen = {"both asked while it was held"}, .allowed = {"one or both came later"}}, meet);

  CHECK(explored.forbidden() == "nothing");
}
