// SPDX-License-Identifier: MIT
// Mutant: a program that uses a sender after it was moved is accepted.
// Breaks: channels.sender.moves.exclusive
// Verdict: FAIL
// Case: channels.sender.moves.exclusive.clone-given-to-a-thread.reject
#include <utility>

#include "include/changed_ends.hpp"

namespace native {
using namespace fearless;

template <class T>
class sender {
 public:
  explicit sender(fearless::sender<T> own) : own_(std::move(own)) {}
  [[nodiscard]] sender clone() const { return sender(own_.clone()); }
  auto send(T&& value) const { return own_.send(std::move(value)); }

 private:
  fearless::sender<T> own_;
};

template <class T>
[[nodiscard]] auto channel() {
  return change_ends<T, sender<T>, receiver<T>>();
}
}  // namespace native

template <class T>
constexpr bool fearless::unsafe_enable_send<native::sender<T>> = true;
