// SPDX-License-Identifier: MIT
// Mutant: `spawn` rejects values that own as well as values that borrow.
// Breaks: closures.borrow.rejected
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&...) {
  static_assert(sizeof...(Values) == 0, "fearless[value-borrows] (E0373): a value may outlive what it refers to");
  return fearless::spawn(body);
}
}  // namespace native
