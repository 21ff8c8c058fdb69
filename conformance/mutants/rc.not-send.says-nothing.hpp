// SPDX-License-Identifier: MIT
// Mutant: an Rc is rejected without a message that says why.
// Breaks: rc.not-send.alone
// Verdict: FAIL
// Case: rc.not-send.alone.reject
#include <fearless/fearless.hpp>
#include <type_traits>
#include <utility>

namespace native {
using namespace fearless;

template <class F, class... Values>
  requires(send<std::decay_t<Values>> && ...)
[[nodiscard]] auto spawn(F body, Values&&... values) {
  return fearless::spawn(body, std::forward<Values>(values)...);
}
}  // namespace native
