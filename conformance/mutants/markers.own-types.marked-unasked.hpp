// SPDX-License-Identifier: MIT
// Defect: a class of which nothing is known passes for one that its author has marked.
// Verdict: FAIL
// Case: markers.own-types.sent.reject
#include <utility>

#include "include/takes_anything.hpp"

namespace subject {
using namespace fearless;

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  return unchecked::spawn(body, std::forward<Values>(values)...);
}
}  // namespace subject

#define SUBJECT_UNSAFE_SEND(...) static_assert(true)
