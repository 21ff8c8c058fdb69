// SPDX-License-Identifier: MIT
// Mutant: a closure that borrows is rejected without a message that says why.
// Breaks: closures.borrow.rejected
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <type_traits>
#include <utility>

namespace native {
using namespace fearless;

template <class F, class... Values>
  requires std::is_empty_v<F>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  return fearless::spawn(body, std::forward<Values>(values)...);
}
}  // namespace native
