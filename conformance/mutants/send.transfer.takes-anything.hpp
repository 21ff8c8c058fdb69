// SPDX-License-Identifier: MIT
// Defect: a closure takes any value along to its thread.
// Verdict: FAIL
// Case: send.transfer.reject
#include <utility>

#include "include/takes_anything.hpp"

namespace subject {
using namespace fearless;

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  return unchecked::spawn(body, std::forward<Values>(values)...);
}
}  // namespace subject
