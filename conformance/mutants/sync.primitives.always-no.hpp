// SPDX-License-Identifier: MIT
// Mutant: the marker is there, and no type has it.
// Breaks: sync.primitives
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
concept sync = false;
}  // namespace native
