// SPDX-License-Identifier: MIT
// Mutant: a container is sendable whatever its elements are.
// Verdict: FAIL
// Case: send.composed.reject
#include <fearless/fearless.hpp>
#include <vector>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<std::vector<T>> = true;
