// SPDX-License-Identifier: MIT
// Mutant: a guard may go to another thread.
// Breaks: mutex.unlock.automatic.exclusive
// Verdict: FAIL
// Case: mutex.unlock.automatic.exclusive.given-to-a-thread.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}  // namespace native

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::mutex_guard<T>> = true;
