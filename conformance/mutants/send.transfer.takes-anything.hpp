// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts any closure and any values.
// Breaks: send.transfer.only-sendable
// Verdict: FAIL
// Case: send.transfer.only-sendable.reject
#include <utility>

#include "include/takes_anything.hpp"

namespace native {
using namespace fearless;

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  return unchecked::spawn(body, std::forward<Values>(values)...);
}
}  // namespace native
