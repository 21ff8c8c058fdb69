// SPDX-License-Identifier: MIT
// Mutant: no type has the marker.
// Breaks: sync.primitives
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
concept sync = false;
}  // namespace native
