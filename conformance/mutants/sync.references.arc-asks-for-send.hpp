// SPDX-License-Identifier: MIT
// Mutant: an Arc is sendable if its value is sendable, although the value may not be shareable.
// Breaks: sync.references.arc
// Verdict: FAIL
// Case: sync.references.arc.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::arc<T>> = fearless::send<T>;
