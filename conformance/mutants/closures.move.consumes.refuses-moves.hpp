// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts only values that the spawner keeps.
// Breaks: closures.move.consumes.used, closures.move.consumes.dropped
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <type_traits>

namespace native {
using namespace fearless;

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&... values) {
  return fearless::spawn(body, std::decay_t<Values>(values)...);
}
}  // namespace native
