// SPDX-License-Identifier: MIT
// Mutant: an Arc is rejected like an Rc.
// Breaks: rc.not-send.alone
// Verdict: FAIL
// Case: rc.not-send.alone.reject
#include <utility>

#include "include/changed_arc.hpp"

namespace native {
using namespace fearless;

template <class T>
struct arc : changed_arc<T, arc<T>> {
  using changed_arc<T, arc<T>>::changed_arc;
};

template <class T, class... Arguments>
[[nodiscard]] arc<T> make_arc(Arguments&&... arguments) {
  return arc<T>(fearless::make_arc<T>(std::forward<Arguments>(arguments)...));
}
}  // namespace native
