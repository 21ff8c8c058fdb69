// SPDX-License-Identifier: MIT
#pragma once

#include <fearless/fearless.hpp>

/// The reference's mutex with a guard type of a mutant.
template <class T, class Guard>
struct changed_lock : fearless::mutex<T> {
  using fearless::mutex<T>::mutex;
  [[nodiscard]] fearless::lock_result<Guard> lock() const FEARLESS_LIFETIMEBOUND {
    return Guard(fearless::mutex<T>::lock().unwrap());
  }
};
