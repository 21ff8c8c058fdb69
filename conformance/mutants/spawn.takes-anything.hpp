// SPDX-License-Identifier: MIT
// Mutant: `spawn` accepts every closure and every argument.
// Breaks: closures.borrow.drop-rejected, closures.borrow.rejected
// Verdict: FAIL
#include "include/takes_anything.hpp"

namespace native {
using namespace fearless;
using unchecked::spawn;
}  // namespace native
