// SPDX-License-Identifier: MIT
// Defect: a guard is marked as one that may go to another thread.
// Verdict: FAIL
// Case: mutex.unlock.automatic.given-to-a-thread.reject
#include <fearless/fearless.hpp>

namespace subject {
using namespace fearless;
}  // namespace subject

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::mutex_guard<T>> = true;
