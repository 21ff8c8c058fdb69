// SPDX-License-Identifier: MIT
// Mutant: a weak owner of an Rc's value is marked as sendable.
// Verdict: FAIL
// Case: rc.not-send.weak.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::rc_weak<T>> = true;
