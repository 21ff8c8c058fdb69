// SPDX-License-Identifier: MIT
// Mutant: a sender may go to another thread whatever its messages are.
// Verdict: FAIL
// Case: rc.not-send.channel.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::sender<T>> = true;
