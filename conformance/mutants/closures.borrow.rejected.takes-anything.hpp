// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts any closure and any values.
// Verdict: FAIL
#include "include/takes_anything.hpp"

namespace native {
using namespace fearless;
using unchecked::spawn;
}  // namespace native
