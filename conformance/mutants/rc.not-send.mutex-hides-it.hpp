// SPDX-License-Identifier: MIT
// Mutant: a mutex may go to another thread whatever its data is.
// Verdict: FAIL
// Case: rc.not-send.mutex.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::mutex<T>> = true;
