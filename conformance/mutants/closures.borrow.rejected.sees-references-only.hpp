// SPDX-License-Identifier: MIT
// Mutant: `spawn` rejects captures by reference but not captured pointers.
// Breaks: closures.borrow.rejected
// Verdict: FAIL
#include "include/takes_anything.hpp"

namespace native {
using namespace fearless;

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  // A class with a reference as a member does not have standard layout.
  static_assert(std::is_standard_layout_v<F>,
                "fearless[closure-borrows] (E0373): closure may outlive the current function");
  return unchecked::spawn(std::move(body), std::forward<Values>(values)...);
}
}  // namespace native
