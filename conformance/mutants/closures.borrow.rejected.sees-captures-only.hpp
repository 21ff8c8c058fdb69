// SPDX-License-Identifier: MIT
// Mutant: `spawn` checks the captures of the closure but not its arguments.
// Breaks: closures.borrow.rejected
// Verdict: FAIL
#include "include/takes_anything.hpp"

namespace native {
using namespace fearless;

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  static_assert(std::is_empty_v<F>, "fearless[closure-borrows] (E0373): closure may outlive the current function");
  return unchecked::spawn(body, std::forward<Values>(values)...);
}
}  // namespace native
