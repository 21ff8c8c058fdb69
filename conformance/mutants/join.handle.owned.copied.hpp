// SPDX-License-Identifier: MIT
// Mutant: a join handle can be copied, and its copies join the same thread.
// Breaks: join.handle.owned.exclusive
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <memory>
#include <utility>

namespace native {
using namespace fearless;

template <class R>
class join_handle {
 public:
  explicit join_handle(fearless::join_handle<R> only)
      : shared_(std::make_shared<fearless::join_handle<R>>(std::move(only))) {}
  auto join() && { return std::move(*shared_).join(); }

 private:
  std::shared_ptr<fearless::join_handle<R>> shared_;
};

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  return join_handle(fearless::spawn(body, std::forward<Values>(values)...));
}
}  // namespace native

template <class R>
constexpr bool fearless::unsafe_enable_send<native::join_handle<R>> = true;
