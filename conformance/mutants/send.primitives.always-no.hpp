// SPDX-License-Identifier: MIT
// Mutant: the marker is there, and no type has it.
// Breaks: send.primitives
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
concept send = false;
}  // namespace native
