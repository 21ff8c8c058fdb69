// SPDX-License-Identifier: MIT
// Mutant: a guard may be shared by threads whatever its data is.
// Breaks: mutex.unlock.automatic.exclusive
// Verdict: FAIL
// Case: mutex.unlock.automatic.exclusive.type
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}  // namespace native

template <class T>
constexpr bool fearless::unsafe_enable_sync<fearless::mutex_guard<T>> = true;
