// SPDX-License-Identifier: MIT
// Mutant: an Rc may go to another thread.
// Verdict: FAIL
// Case: intro.compile-time.count.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::rc<T>> = true;
