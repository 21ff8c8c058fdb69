// SPDX-License-Identifier: MIT
// Mutant: a weak owner is marked as sendable.
// Verdict: FAIL
// Case: send.rc.type
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::rc_weak<T>> = true;
