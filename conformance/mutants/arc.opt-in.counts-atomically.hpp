// SPDX-License-Identifier: MIT
// Defect: an rc is an arc by another name.
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <utility>

namespace subject {
using namespace fearless;

template <class T>
using rc = arc<T>;

template <class T, class... Arguments>
[[nodiscard]] rc<T> make_rc(Arguments&&... arguments) {
  return make_arc<T>(std::forward<Arguments>(arguments)...);
}
}  // namespace subject
