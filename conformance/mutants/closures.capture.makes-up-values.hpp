// SPDX-License-Identifier: MIT
// Mutant: `spawn` invents the values for which the closure has a parameter but the call no argument.
// Breaks: closures.capture
// Verdict: FAIL
#include <fearless/fearless.hpp>
#include <utility>

namespace native {
using namespace fearless;

/// Converts to an empty value of any type.
struct made_up {
  template <class T>
  operator T() const {
    return T();
  }
};

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  if constexpr (std::is_invocable_v<F, std::decay_t<Values>...>)
    return fearless::spawn(body, std::forward<Values>(values)...);
  else
    return fearless::spawn(body, made_up());
}
}  // namespace native
