// SPDX-License-Identifier: MIT
// Mutant: `spawn` takes whatever it is given.
// Verdict: FAIL
#include "include/takes_anything.hpp"

namespace native {
using namespace fearless;
using unchecked::spawn;
}  // namespace native
