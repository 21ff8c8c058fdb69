// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>

#include "subject/mutex.hpp"
#include "subject/thread.hpp"

namespace subject {

/// A way to be the holder of a lock for as long as `during` takes. Where the lock is not acquired, `during` is not run.
using way_to_hold = void (*)(const mutex<int>& data, const std::function<void()>& during);

inline void hold_by_guard(const mutex<int>& data, const std::function<void()>& during) {
  const auto held = data.lock();
  if (held.is_locked()) during();
}

inline void hold_by_trying(const mutex<int>& data, const std::function<void()>& during) {
  const auto held = data.try_lock();
  if (held.is_locked()) during();
}

inline void hold_in_scope(const mutex<int>& data, const std::function<void()>& during) {
  data.with_lock([&](int&) { during(); });
}

inline void hold_unwrapped(const mutex<int>& data, const std::function<void()>& during) {
  data.with_lock_unwrap([&](int&) { during(); });
}

/// Those that wait for the lock where it is taken.
inline constexpr std::array ways_that_wait = {hold_by_guard, hold_in_scope, hold_unwrapped};

/// All of them.
inline constexpr std::array ways_to_hold = {hold_by_guard, hold_by_trying, hold_in_scope, hold_unwrapped};

/// Panics with the lock held, on a thread of its own.
inline void poison(const mutex<int>& data) {
  spawn([data] { data.with_lock([](int&) { panic(1); }); }).join();
}

}  // namespace subject
