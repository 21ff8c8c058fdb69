// SPDX-License-Identifier: MIT
// Defect: `spawn` takes whatever it is given.
// Verdict: FAIL
#include "include/takes_anything.hpp"

namespace subject {
using namespace fearless;
using unchecked::spawn;
}  // namespace subject
