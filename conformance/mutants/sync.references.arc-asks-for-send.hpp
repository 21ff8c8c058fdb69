// SPDX-License-Identifier: MIT
// Mutant: an arc is sent where its value could be, though a value that is sent is not shared.
// Breaks: sync.references.arc
// Verdict: FAIL
// Case: sync.references.arc.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::arc<T>> = fearless::send<T>;
