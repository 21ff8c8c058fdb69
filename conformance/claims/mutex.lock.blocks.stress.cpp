// SPDX-License-Identifier: MIT
// Claim: If another thread holds the lock, lock shall wait until it can acquire the lock and then do so, with almost no
//   use of the processor while it waits.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/turn.hpp"

namespace {

/// The holder unlocks while another thread checks the lock, falls asleep, sleeps or wakes up. Nothing else can wake
/// that thread.
std::string meet(std::mt19937_64&) {
  const bindings::mutex<int> counter(0);
  std::vector<bindings::join_handle<testing::turn>> other;
  testing::turn own{.called = testing::now()};
  {
    const auto held = counter.lock();
    own.began = testing::now();
    other.push_back(bindings::spawn([counter] { return testing::take_turn(counter); }));
    *held = *held + 1;
    own.ended = testing::now();
  }
  const auto its = testing::join_turns(std::move(other)).front();

  if (!its.took_place()) return "lock failed";
  if (testing::overlap({own, its})) return "lock did not wait";
  return its.may_have_waited_for(own) ? "lock was called first" : "the unlock came first";
}

}  // namespace

CLAIM("mutex.lock.blocks") {
  const auto explored =
      testing::explore({.must_be_seen = {"lock was called first"}, .allowed = {"the unlock came first"}}, meet);

  CHECK(explored.forbidden() == "nothing");
}
