// SPDX-License-Identifier: MIT
// Mutant: a weak owner of an Rc is marked as sendable.
// Breaks: rc.not-send.alone, send.rc
// Verdict: FAIL
// Case: rc.not-send.alone.weak.reject, send.rc.type
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::rc_weak<T>> = true;
