// SPDX-License-Identifier: MIT
// Mutant: an Arc is sendable whatever its value is.
// Breaks: rc.not-send.wrapped, sync.references.arc
// Verdict: FAIL
// Case: rc.not-send.wrapped.arc.reject, sync.references.arc.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::arc<T>> = true;
