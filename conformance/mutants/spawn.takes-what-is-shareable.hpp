// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts a value that is shareable, although it may not be sendable.
// Breaks: send.transfer.only-sendable
// Verdict: FAIL
// Case: send.transfer.only-sendable.shareable.reject
#include <type_traits>
#include <utility>

#include "include/takes_anything.hpp"

namespace native {
using namespace fearless;

template <class F, class... Values>
[[nodiscard]] auto spawn(F body, Values&&... values) {
  if constexpr (((fearless::send<std::decay_t<Values>> || fearless::sync<std::decay_t<Values>>) && ...)) {
    return unchecked::spawn(body, std::forward<Values>(values)...);
  } else {
    return fearless::spawn(body, std::forward<Values>(values)...);
  }
}
}  // namespace native

#define NATIVE_UNSAFE_SEND(...) \
  template <>                   \
  inline constexpr bool fearless::unsafe_enable_send<__VA_ARGS__> = true
#define NATIVE_UNSAFE_SYNC(...) \
  template <>                   \
  inline constexpr bool fearless::unsafe_enable_sync<__VA_ARGS__> = true
