// SPDX-License-Identifier: MIT
// Mutant: a receiver may go to another thread whatever its messages are.
// Breaks: send.transfer.only-sendable
// Verdict: FAIL
// Case: send.transfer.only-sendable.channel.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::receiver<T>> = true;
