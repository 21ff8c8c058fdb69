// SPDX-License-Identifier: MIT
// Mutant: an Rc is marked as sendable.
// Verdict: FAIL
// Case: send.rc.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::rc<T>> = true;
