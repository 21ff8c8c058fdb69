// SPDX-License-Identifier: MIT
// Mutant: an Rc is sendable if its value is.
// Breaks: send.rc
// Verdict: FAIL
// Case: send.rc.type
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::rc<T>> = fearless::send<T>;
