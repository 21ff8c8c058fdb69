// SPDX-License-Identifier: MIT
// Defect: a guard may be used by several threads, whatever its data is.
// Verdict: FAIL
// Case: mutex.unlock.automatic.type
#include <fearless/fearless.hpp>

namespace subject {
using namespace fearless;
}  // namespace subject

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::mutex_guard<T>> = true;
