// SPDX-License-Identifier: MIT
// Mutant: a function object may go to another thread whatever its members are.
// Breaks: rc.not-send.part
// Verdict: FAIL
// Case: rc.not-send.part.closure.reject
#include <fearless/fearless.hpp>
#include <type_traits>

namespace native {
using namespace fearless;
}

template <class T>
  requires std::is_invocable_v<const T&>
constexpr bool fearless::unsafe_enable_send<T> = true;
