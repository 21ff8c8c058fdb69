// SPDX-License-Identifier: MIT
// Mutant: one of the markers is there for its name only, and every type has it.
// Breaks: markers.pair
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
concept sync = true;
}  // namespace native
