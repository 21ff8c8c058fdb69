// SPDX-License-Identifier: MIT
// Mutant: an arc is sent whatever it shares.
// Verdict: FAIL
// Case: sync.references.reject
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;
}

template <class T>
constexpr bool fearless::unsafe_enable_send<fearless::arc<T>> = true;
