// SPDX-License-Identifier: MIT
// Mutant: `spawn` rejects values that own other values.
// Breaks: send.transfer.only-sendable
// Verdict: FAIL
// Case: send.transfer.only-sendable.reject
#include <fearless/fearless.hpp>
#include <type_traits>
#include <utility>

namespace native {
using namespace fearless;

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  static_assert((std::is_scalar_v<std::decay_t<Values>> && ...),
                "fearless[value-not-send] (E0277): a value is a class");
  return fearless::spawn(body, std::forward<Values>(values)...);
}
}  // namespace native
