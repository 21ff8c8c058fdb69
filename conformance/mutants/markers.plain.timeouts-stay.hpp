// SPDX-License-Identifier: MIT
// Mutant: the result of a wait with a limit is not sendable.
// Breaks: markers.plain
// Verdict: FAIL
// Case: markers.plain.wait-result.type
#include <concepts>
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
concept send = fearless::send<T> && !std::same_as<T, wait_timeout_result>;
}  // namespace native

#define NATIVE_UNSAFE_SYNC(...) \
  template <>                   \
  inline constexpr bool fearless::unsafe_enable_sync<__VA_ARGS__> = true
