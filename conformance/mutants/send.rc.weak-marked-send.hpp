// SPDX-License-Identifier: MIT
// Mutant: a weak owner is marked as one that may go to another thread.
// Verdict: FAIL
// Case: send.rc.type
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::rc_weak<T>> = true;
