// SPDX-License-Identifier: MIT
// Mutant: an Arc may go to another thread whatever its value is.
// Verdict: FAIL
// Case: rc.not-send.arc.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::arc<T>> = true;
