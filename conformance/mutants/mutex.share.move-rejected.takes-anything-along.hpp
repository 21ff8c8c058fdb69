// SPDX-License-Identifier: MIT
// Mutant: a mutex may go to another thread whatever its data is.
// Verdict: FAIL
// Case: mutex.share.move-rejected.type
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}  // namespace native

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::mutex<T>> = true;
