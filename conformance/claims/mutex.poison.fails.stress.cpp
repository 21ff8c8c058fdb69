// SPDX-License-Identifier: MIT
// Claim: After a holder panicked, lock and try_lock shall fail on every other thread, with an error in the lock result.
//   A call that is already waiting fails too.
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "bindings/thread.hpp"
#include "testing/claim.hpp"
#include "testing/explore.hpp"
#include "testing/turn.hpp"

namespace {

/// The holder panics while another thread checks the lock, falls asleep, sleeps or wakes up.
std::string meet(std::mt19937_64&) {
  const bindings::mutex<int> counter(0);
  std::vector<bindings::join_handle<testing::turn>> other;
  testing::turn own{.called = testing::now()};
  const bool panicked = bindings::panics([&] {
    counter.with_lock([&](int&) {
      own.began = testing::now();
      other.push_back(bindings::spawn([counter] { return testing::take_turn(counter); }));
      own.ended = testing::now();
      bindings::panic(1);
    });
  });
  const auto its = testing::join_turns(std::move(other)).front();

  if (!panicked) return "the panic was lost";
  if (its.took_place()) return "lock succeeded after a panic of the holder";
  return its.called < own.ended ? "lock was called first" : "the panic came first";
}

}  // namespace

CLAIM("mutex.poison.fails") {
  const auto explored =
      testing::explore({.must_be_seen = {"lock was called first"}, .allowed = {"the panic came first"}}, meet);

  CHECK(explored.forbidden() == "nothing");
}
