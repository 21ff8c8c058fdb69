// SPDX-License-Identifier: MIT
// Mutant: what the closure captures is looked at, and what stands behind it is not.
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
