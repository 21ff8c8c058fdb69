// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include "changed_ends.hpp"

namespace sender_that_copies {

/// A sender that sends a copy of a value that its caller keeps.
template <class T>
struct sender : fearless::sender<T> {
  explicit sender(fearless::sender<T> own) : fearless::sender<T>(std::move(own)) {}
  auto send(T& kept) const { return fearless::sender<T>::send(T(kept)); }
};

template <class T>
[[nodiscard]] auto channel() {
  return change_ends<T, sender<T>, fearless::receiver<T>>();
}

}  // namespace sender_that_copies

template <class T>
constexpr bool fearless::unsafe_enable_send<sender_that_copies::sender<T>> = true;
