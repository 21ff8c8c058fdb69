// SPDX-License-Identifier: MIT
// Mutant: a type that is marked as sendable is shareable too.
// Breaks: markers.own-types.marked
// Verdict: FAIL
// Case: markers.own-types.marked.type
#include <fearless/fearless.hpp>

namespace native = fearless;

#define NATIVE_UNSAFE_SEND(...)                                           \
  template <>                                                             \
  inline constexpr bool fearless::unsafe_enable_send<__VA_ARGS__> = true; \
  template <>                                                             \
  inline constexpr bool fearless::unsafe_enable_sync<__VA_ARGS__> = true
#define NATIVE_UNSAFE_SYNC(...) static_assert(true)
