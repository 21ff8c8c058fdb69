// SPDX-License-Identifier: MIT
// Mutant: a receiver cannot be moved to another thread.
// Breaks: channels.one-consumer.moves
// Verdict: FAIL
// Case: channels.one-consumer.moves.type
#include <utility>

#include "include/changed_ends.hpp"

namespace native {
using namespace fearless;

template <class T>
struct receiver : fearless::receiver<T> {
  explicit receiver(fearless::receiver<T> own) : fearless::receiver<T>(std::move(own)) {}
};

template <class T>
[[nodiscard]] auto channel() {
  return change_ends<T, sender<T>, receiver<T>>();
}
}  // namespace native
