// SPDX-License-Identifier: MIT
// Mutant: the error of a receive is not shareable.
// Breaks: markers.plain
// Verdict: FAIL
// Case: markers.plain.receive-error.type
#include <concepts>
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
concept sync = fearless::sync<T> && !std::same_as<T, recv_error>;
}  // namespace native

#define NATIVE_UNSAFE_SYNC(...) \
  template <>                   \
  inline constexpr bool fearless::unsafe_enable_sync<__VA_ARGS__> = true
