// SPDX-License-Identifier: MIT
// Mutant: a mutex is sendable whatever its data is.
// Breaks: mutex.share.move-rejected, rc.not-send.wrapped
// Verdict: FAIL
// Case: mutex.share.move-rejected.type, rc.not-send.wrapped.mutex.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}  // namespace native

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::mutex<T>> = true;
