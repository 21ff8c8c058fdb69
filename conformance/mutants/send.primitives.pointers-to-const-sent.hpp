// SPDX-License-Identifier: MIT
// Mutant: a pointer is sent where nothing can be changed through it, as if nobody else could change it.
// Breaks: send.primitives
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<const T*> = true;
