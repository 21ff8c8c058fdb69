// SPDX-License-Identifier: MIT
// Mutant: a pointer is sendable.
// Breaks: send.primitives
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<T*> = true;
