// SPDX-License-Identifier: MIT
// Defect: who promises that a type can be sent has promised that it can be shared.
// Verdict: FAIL
// Case: markers.own-types.type
#include <fearless/fearless.hpp>

namespace subject = fearless;

#define SUBJECT_UNSAFE_SEND(...)                                          \
  template <>                                                             \
  inline constexpr bool fearless::unsafe_enable_send<__VA_ARGS__> = true; \
  template <>                                                             \
  inline constexpr bool fearless::unsafe_enable_sync<__VA_ARGS__> = true
#define SUBJECT_UNSAFE_SYNC(...) static_assert(true)
