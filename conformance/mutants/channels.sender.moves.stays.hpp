// SPDX-License-Identifier: MIT
// Mutant: a sender cannot be moved to another thread.
// Breaks: channels.sender.moves.owner
// Verdict: FAIL
// Case: channels.sender.moves.owner.type
#include <utility>

#include "include/changed_ends.hpp"

namespace native {
using namespace fearless;

template <class T>
struct sender : fearless::sender<T> {
  explicit sender(fearless::sender<T> own) : fearless::sender<T>(std::move(own)) {}
};

template <class T>
[[nodiscard]] auto channel() {
  return change_ends<T, sender<T>, receiver<T>>();
}
}  // namespace native
