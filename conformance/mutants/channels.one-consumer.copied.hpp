// SPDX-License-Identifier: MIT
// Mutant: a receiver can be copied, and its copies receive from the same channel.
// Breaks: channels.one-consumer.exclusive
// Verdict: FAIL
// Case: channels.one-consumer.exclusive.copied.reject
#include <memory>
#include <utility>

#include "include/changed_ends.hpp"

namespace native {
using namespace fearless;

template <class T>
class receiver {
 public:
  explicit receiver(fearless::receiver<T> only) : shared_(std::make_shared<fearless::receiver<T>>(std::move(only))) {}
  auto recv() { return shared_->recv(); }

 private:
  std::shared_ptr<fearless::receiver<T>> shared_;
};

template <class T>
[[nodiscard]] auto channel() {
  return change_ends<T, sender<T>, receiver<T>>();
}
}  // namespace native

template <class T>
constexpr bool fearless::unsafe_enable_send<native::receiver<T>> = true;
