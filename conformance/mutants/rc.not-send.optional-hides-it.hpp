// SPDX-License-Identifier: MIT
// Mutant: an optional value may go to another thread whatever its type is.
// Breaks: rc.not-send.part
// Verdict: FAIL
// Case: rc.not-send.part.optional.reject
#include <fearless/fearless.hpp>
#include <optional>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<std::optional<T>> = true;
