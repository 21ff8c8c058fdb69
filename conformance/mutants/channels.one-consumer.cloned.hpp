// SPDX-License-Identifier: MIT
// Mutant: a receiver can be cloned, and its clones receive from the same channel.
// Breaks: channels.one-consumer.exclusive
// Verdict: FAIL
// Case: channels.one-consumer.exclusive.cloned.reject
#include <memory>
#include <utility>

#include "include/changed_ends.hpp"

namespace native {
using namespace fearless;

template <class T>
class receiver {
 public:
  explicit receiver(fearless::receiver<T> only) : shared_(std::make_shared<fearless::receiver<T>>(std::move(only))) {}
  receiver(receiver&&) = default;
  receiver& operator=(receiver&&) = default;

  [[nodiscard]] receiver clone() const { return receiver(shared_); }
  auto recv() { return shared_->recv(); }

 private:
  explicit receiver(std::shared_ptr<fearless::receiver<T>> shared) : shared_(std::move(shared)) {}

  std::shared_ptr<fearless::receiver<T>> shared_;
};

template <class T>
[[nodiscard]] auto channel() {
  return change_ends<T, sender<T>, receiver<T>>();
}
}  // namespace native

template <class T>
constexpr bool fearless::unsafe_enable_send<native::receiver<T>> = true;
