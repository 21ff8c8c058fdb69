// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "bindings/mutex.hpp"
#include "bindings/thread.hpp"
#include "testing/history.hpp"

namespace testing {

/// A turn at a lock, noted by the thread whose turn it is. Where the lock fails, it has neither beginning nor end.
struct turn {
  static constexpr moment never = history::never;

  moment asked = never;  // `lock` is called
  moment began = never;  // it has returned
  moment ended = never;  // and the lock is about to be given up

  [[nodiscard]] bool took_place() const { return ended != never; }

  /// Whether the lock was asked for before that turn was over, so that this one may have had to wait.
  [[nodiscard]] bool may_have_waited_for(const turn& other) const {
    return other.took_place() && asked < other.ended && other.began < began;
  }
};

/// Takes a turn: adds one to the data, in two steps between which others may go on. Blocks.
inline turn take_turn(const bindings::mutex<int>& counter) {
  turn own{.asked = now()};
  const auto held = counter.lock();
  if (!held.is_locked()) return own;
  own.began = now();
  const int seen = *held;
  *held = seen + 1;
  own.ended = now();
  return own;
}

/// Waits for the threads, and gives the turns that they had; one that never took place for a thread that lost its own.
/// Blocks.
inline std::vector<turn> join_turns(std::vector<bindings::join_handle<turn>> threads) {
  std::vector<turn> turns;
  for (auto& thread : threads) {
    const auto ended = thread.join();
    turns.push_back(ended.value() != nullptr ? *ended.value() : turn());
  }
  return turns;
}

/// Whether a turn began before the one before it had ended.
inline bool overlap(std::vector<turn> turns) {
  std::ranges::sort(turns, {}, &turn::began);
  return std::ranges::adjacent_find(turns, [](const turn& one, const turn& next) { return next.began < one.ended; }) !=
         turns.end();
}

/// Whether one of them may have had to wait for another.
inline bool somebody_waited(const std::vector<turn>& turns) {
  return std::ranges::any_of(turns, [&](const turn& one) {
    return std::ranges::any_of(turns, [&](const turn& other) { return one.may_have_waited_for(other); });
  });
}

}  // namespace testing
