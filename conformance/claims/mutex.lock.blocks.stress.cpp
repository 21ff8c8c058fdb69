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

/// The holder gives the lock up while another thread looks, falls asleep, sleeps or wakes up; and nothing comes after
/// it that could wake that one.
std::string meet(std::mt19937_64&) {
  const subject::mutex<int> counter(0);
  std::vector<subject::join_handle<subject::turn>> other;
  subject::turn own{.asked = subject::now()};
  {
    const auto held = counter.lock();
    own.began = subject::now();
    other.push_back(subject::spawn([counter] { return subject::take_turn(counter); }));
    *held = *held + 1;
    own.ended = subject::now();
  }
  const auto its = subject::join_turns(std::move(other)).front();

  if (!its.took_place()) return "lock failed";
  if (subject::overlap({own, its})) return "lock did not wait";
  return its.may_have_waited_for(own) ? "lock was called first" : "the lock was given up first";
}

}  // namespace

CLAIM("mutex.lock.blocks") {
  const auto explored =
      subject::explore({.must_be_seen = {"lock was called first"}, .allowed = {"the lock was given up first"}}, meet);

  CHECK(explored.forbidden() == "nothing");
}
