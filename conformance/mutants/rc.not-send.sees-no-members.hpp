// SPDX-License-Identifier: MIT
// Mutant: an Rc is rejected on its own but not as a member of another value.
// Breaks: rc.not-send.part
// Verdict: FAIL
// Case: rc.not-send.part.member.reject
#include "include/takes_anything.hpp"

namespace native {
using namespace fearless;

template <class T>
constexpr bool is_rc = false;
template <class T>
constexpr bool is_rc<rc<T>> = true;

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  static_assert((!is_rc<std::decay_t<Values>> && ...), "fearless[value-not-send] (E0277): a value is an rc");
  return unchecked::spawn(body, std::forward<Values>(values)...);
}
}  // namespace native
