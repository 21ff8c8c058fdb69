// SPDX-License-Identifier: MIT
// Defect: a sending end may go to another thread whatever its messages are.
// Verdict: FAIL
// Case: rc.not-send.channel.reject
#include <fearless/fearless.hpp>

namespace subject {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::sender<T>> = true;
