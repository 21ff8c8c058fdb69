// SPDX-License-Identifier: MIT
// Mutant: a variant may go to another thread whatever its alternatives are.
// Breaks: rc.not-send.part
// Verdict: FAIL
// Case: rc.not-send.part.variant.reject
#include <fearless/fearless.hpp>
#include <variant>

namespace native {
using namespace fearless;
}

template <class... T>
constexpr bool fearless::unsafe_enable_send<std::variant<T...>> = true;
