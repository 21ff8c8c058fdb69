// SPDX-License-Identifier: MIT
// Mutant: an arc may go to another thread whatever it holds.
// Verdict: FAIL
// Case: rc.not-send.arc.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::arc<T>> = true;
