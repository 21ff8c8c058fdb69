// SPDX-License-Identifier: MIT
// Mutant: an Rc is an Arc under another name.
// Breaks: arc.opt-in
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <utility>

namespace native {
using namespace fearless;

template <class T>
using rc = arc<T>;

template <class T, class... Arguments>
[[nodiscard]] rc<T> make_rc(Arguments&&... arguments) {
  return make_arc<T>(std::forward<Arguments>(arguments)...);
}
}  // namespace native
