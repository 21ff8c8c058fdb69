// SPDX-License-Identifier: MIT
// Mutant: a pointer is sent, as if it were a number.
// Breaks: send.primitives
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<T*> = true;
