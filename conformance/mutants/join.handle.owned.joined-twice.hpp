// SPDX-License-Identifier: MIT
// Mutant: a program that joins a handle twice is accepted.
// Breaks: join.handle.owned.exclusive
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <utility>

namespace native {
using namespace fearless;

template <class R>
class join_handle {
 public:
  explicit join_handle(fearless::join_handle<R> own) : own_(std::move(own)) {}
  auto join() && { return std::move(own_).join(); }

 private:
  fearless::join_handle<R> own_;
};

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  return join_handle(fearless::spawn(body, std::forward<Values>(values)...));
}
}  // namespace native

template <class R>
constexpr bool fearless::unsafe_enable_send<native::join_handle<R>> = true;
