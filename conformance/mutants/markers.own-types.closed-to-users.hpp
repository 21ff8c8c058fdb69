// SPDX-License-Identifier: MIT
// Defect: only the library's own types can be marked.
// Verdict: FAIL
// Case: markers.own-types.reject
#include <fearless/fearless.hpp>

namespace subject = fearless;

#define SUBJECT_UNSAFE_SEND(...) static_assert(true)
#define SUBJECT_UNSAFE_SYNC(...) static_assert(true)
