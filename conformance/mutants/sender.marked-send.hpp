// SPDX-License-Identifier: MIT
// Mutant: a sender is sendable whatever its messages are.
// Breaks: rc.not-send.wrapped, send.transfer.only-sendable
// Verdict: FAIL
// Case: rc.not-send.wrapped.channel.reject, send.transfer.only-sendable.sender.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::sender<T>> = true;
