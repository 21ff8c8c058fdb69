// SPDX-License-Identifier: MIT
// Mutant: every type has one of the markers.
// Breaks: markers.pair
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace native {
using namespace fearless;

template <class T>
concept sync = true;
}  // namespace native
