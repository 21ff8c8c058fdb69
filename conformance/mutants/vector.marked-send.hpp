// SPDX-License-Identifier: MIT
// Mutant: a vector is sendable whatever its elements are.
// Breaks: rc.not-send.part, send.composed
// Verdict: FAIL
// Case: rc.not-send.part.vector.reject, send.composed.reject
#include <fearless/fearless.hpp>
#include <vector>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<std::vector<T>> = true;
