// SPDX-License-Identifier: MIT
// Defect: the marker is there, and no type has it.
// Verdict: FAIL
#include <fearless/fearless.hpp>

namespace subject {
using namespace fearless;

template <class T>
concept sync = false;
}  // namespace subject
