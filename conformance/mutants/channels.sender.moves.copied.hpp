// SPDX-License-Identifier: MIT
// Mutant: a sender can be copied, and its copies send to the same channel.
// Breaks: channels.sender.moves.exclusive
// Verdict: FAIL
// Case: channels.sender.moves.exclusive.copied.reject
#include <utility>

#include "include/changed_ends.hpp"

namespace native {
using namespace fearless;

template <class T>
struct sender : fearless::sender<T> {
  explicit sender(fearless::sender<T> own) : fearless::sender<T>(std::move(own)) {}
  sender(sender&&) = default;
  sender& operator=(sender&&) = default;
  sender(const sender& other) : fearless::sender<T>(other.clone()) {}
};

template <class T>
[[nodiscard]] auto channel() {
  return change_ends<T, sender<T>, receiver<T>>();
}
}  // namespace native

template <class T>
constexpr bool fearless::unsafe_enable_send<native::sender<T>> = true;
