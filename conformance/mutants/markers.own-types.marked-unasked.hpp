// SPDX-License-Identifier: MIT
// Mutant: a class without a marker counts as marked.
// Breaks: markers.own-types.unmarked
// Verdict: FAIL
// Case: markers.own-types.unmarked.sent.reject
#include <utility>

#include "include/takes_anything.hpp"

namespace native {
using namespace fearless;

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  return unchecked::spawn(body, std::forward<Values>(values)...);
}
}  // namespace native

#define NATIVE_UNSAFE_SEND(...) static_assert(true)
