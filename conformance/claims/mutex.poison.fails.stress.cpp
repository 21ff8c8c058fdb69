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

/// The holder panics while another thread looks, falls asleep, sleeps or wakes up.
std::string meet(std::mt19937_64&) {
  const subject::mutex<int> counter(0);
  std::vector<subject::join_handle<subject::turn>> other;
  subject::turn own{.asked = subject::now()};
  const bool panicked = subject::panics([&] {
    counter.with_lock([&](int&) {
      own.began = subject::now();
      other.push_back(subject::spawn([counter] { return subject::take_turn(counter); }));
      own.ended = subject::now();
      subject::panic(1);
    });
  });
  const auto its = subject::join_turns(std::move(other)).front();

  if (!panicked) return "the panic was lost";
  if (its.took_place()) return "lock succeeded after a panic of the holder";
  return its.asked < own.ended ? "lock was called first" : "the panic came first";
}

}  // namespace

CLAIM("mutex.poison.fails") {
  const auto explored =
      subject::explore({.must_be_seen = {"lock was called first"}, .allowed = {"the panic came first"}}, meet);

  CHECK(explored.forbidden() == "nothing");
}
