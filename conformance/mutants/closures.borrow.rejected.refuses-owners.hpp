// SPDX-License-Identifier: MIT
// Mutant: `spawn` refuses values that are moved in along with those that are borrowed.
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
