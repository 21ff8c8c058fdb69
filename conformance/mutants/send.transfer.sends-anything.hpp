// SPDX-License-Identifier: MIT
// Mutant: a sending end can be given to any thread, whatever is to be sent by it.
// Verdict: FAIL
// Case: send.transfer.sender.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::sender<T>> = true;
