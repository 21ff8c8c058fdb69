// SPDX-License-Identifier: MIT
// Mutant: a vector may go to another thread whatever its elements are.
// Verdict: FAIL
// Case: rc.not-send.vector.reject
#include <fearless/fearless.hpp>
#include <vector>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<std::vector<T>> = true;
