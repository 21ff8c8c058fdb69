// SPDX-License-Identifier: MIT
// Mutant: no type has the marker.
// Breaks: send.primitives
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
concept send = false;
}  // namespace native
