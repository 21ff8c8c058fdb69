// SPDX-License-Identifier: MIT
// Mutant: `send` takes a copy of a value that its caller keeps, and none that is given away.
// Verdict: FAIL
// Case: intro.compile-time.use-after-send.reject
#include "include/sender_that_copies.hpp"

namespace native {
using namespace fearless;
using sender_that_copies::channel;
using sender_that_copies::sender;
}  // namespace native
