// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "bindings/mutex.hpp"
#include "bindings/thread.hpp"
#include "testing/history.hpp"

namespace testing {

/// One thread's turn at a lock, recorded by this thread. Where the lock fails, the turn has no beginning and no end.
struct turn {
  static constexpr moment never = history::never;

  moment called = never;  // when `lock` was called
  moment began = never;   // when it returned
  moment ended = never;   // just before the unlock

  [[nodiscard]] bool took_place() const { return ended != never; }

  /// Whether `lock` was called before the other turn ended, so that this turn may have had to wait.
  [[nodiscard]] bool may_have_waited_for(const turn& other) const {
    return other.took_place() && called < other.ended && other.began < began;
  }
};

/// Takes a turn: adds one to the data in two steps, a read and a write. Blocks.
inline turn take_turn(const bindings::mutex<int>& counter) {
  turn own{.called = now()};
  const auto held = counter.lock();
  if (!held.is_locked()) return own;
  own.began = now();
  const int seen = *held;
  *held = seen + 1;
  own.ended = now();
  return own;
}

/// Waits for the threads, and returns their turns. Where the result of a thread is lost, its turn did not take place.
/// Blocks.
inline std::vector<turn> join_turns(std::vector<bindings::join_handle<turn>> threads) {
  std::vector<turn> turns;
  for (auto& thread : threads) {
    const auto ended = thread.join();
    turns.push_back(ended.value() != nullptr ? *ended.value() : turn());
  }
  return turns;
}

/// Whether a turn began before the previous one had ended.
inline bool overlap(std::vector<turn> turns) {
  std::ranges::sort(turns, {}, &turn::began);
  return std::ranges::adjacent_find(turns, [](const turn& one, const turn& next) { return next.began < one.ended; }) !=
         turns.end();
}

/// Whether a turn may have had to wait for another one.
inline bool any_may_have_waited(const std::vector<turn>& turns) {
  return std::ranges::any_of(turns, [&](const turn& one) {
    return std::ranges::any_of(turns, [&](const turn& other) { return one.may_have_waited_for(other); });
  });
}

}  // namespace testing
