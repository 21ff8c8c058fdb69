// SPDX-License-Identifier: MIT
// Mutant: a result may go to another thread whatever its value is.
// Breaks: rc.not-send.part
// Verdict: FAIL
// Case: rc.not-send.part.result.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::result<T, int>> = true;
