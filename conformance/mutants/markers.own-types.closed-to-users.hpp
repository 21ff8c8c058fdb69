// SPDX-License-Identifier: MIT
// Mutant: only the library can mark types.
// Breaks: markers.own-types.marked, markers.own-types.unmarked
// Verdict: FAIL
// Case: markers.own-types.unmarked.reject
#include <fearless/fearless.hpp>

namespace native = fearless;

#define NATIVE_UNSAFE_SEND(...) static_assert(true)
#define NATIVE_UNSAFE_SYNC(...) static_assert(true)
