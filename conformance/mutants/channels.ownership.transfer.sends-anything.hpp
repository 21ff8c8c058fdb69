// SPDX-License-Identifier: MIT
// Mutant: an end of a channel may go to another thread even if its messages may not.
// Breaks: channels.ownership.transfer.shared
// Verdict: FAIL
#include <utility>

#include "include/changed_ends.hpp"

namespace native {
using namespace fearless;

template <class T>
struct sender : fearless::sender<T> {
  explicit sender(fearless::sender<T> own) : fearless::sender<T>(std::move(own)) {}
};

template <class T>
struct receiver : fearless::receiver<T> {
  explicit receiver(fearless::receiver<T> own) : fearless::receiver<T>(std::move(own)) {}
};

template <class T>
[[nodiscard]] auto channel() {
  return change_ends<T, sender<T>, receiver<T>>();
}
}  // namespace native

template <class T>
constexpr bool fearless::unsafe_enable_send<native::sender<T>> = true;
template <class T>
constexpr bool fearless::unsafe_enable_send<native::receiver<T>> = true;
