// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>

#include "bindings/mutex.hpp"
#include "bindings/port.hpp"
#include "bindings/thread.hpp"
#include "scheduling/interception/interception.hpp"

namespace testing {

/// A way to hold a lock while `during` runs. Where the lock is not acquired, `during` does not run.
using way_to_hold = void (*)(const bindings::mutex<int>& data, const std::function<void()>& during);

inline void hold_by_guard(const bindings::mutex<int>& data, const std::function<void()>& during) {
  const auto held = data.lock();
  if (held.is_locked()) during();
}

inline void hold_by_trying(const bindings::mutex<int>& data, const std::function<void()>& during) {
  const auto held = data.try_lock();
  if (held.is_locked()) during();
}

inline void hold_in_scope(const bindings::mutex<int>& data, const std::function<void()>& during) {
  data.with_lock([&](int&) { during(); });
}

inline void hold_unwrapped(const bindings::mutex<int>& data, const std::function<void()>& during) {
  data.with_lock_unwrap([&](int&) { during(); });
}

/// The ways that wait where the lock is taken.
inline constexpr std::array ways_that_wait = {hold_by_guard, hold_in_scope, hold_unwrapped};

/// All ways.
inline constexpr std::array ways_to_hold = {hold_by_guard, hold_by_trying, hold_in_scope, hold_unwrapped};

/// Panics on another thread while that thread holds the lock.
inline void poison(const bindings::mutex<int>& data) {
  bindings::spawn([data] { data.with_lock([](int&) { bindings::panic(1); }); }).join();
}

/// Ends the case here, UNSUPPORTED, unless the race detector sees which thread holds the implementation's mutex.
template <class T>
void need_lock_known_to_detector(const bindings::mutex<T>& any) {
  scheduling::intercept();
  const int before = scheduling::held_locks();
  const auto held = any.lock();
  if (scheduling::held_locks() == before)
    bindings::unsupported("lock that the race detector sees", bindings::demand::optional);
}

}  // namespace testing
