// SPDX-License-Identifier: MIT
// Mutant: `spawn` copies a value that was not moved.
// Breaks: closures.move.transfers.unmoved
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <type_traits>
#include <utility>

namespace native {
using namespace fearless;

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  return fearless::spawn(body, std::decay_t<Values>(std::forward<Values>(values))...);
}
}  // namespace native
