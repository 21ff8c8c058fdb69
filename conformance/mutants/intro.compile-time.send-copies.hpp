// SPDX-License-Identifier: MIT
// Mutant: `send` accepts only values that the sender keeps, and copies them.
// Verdict: FAIL
// Case: intro.compile-time.use-after-send.reject
#include "include/sender_that_copies.hpp"

namespace native {
using namespace fearless;
using sender_that_copies::channel;
using sender_that_copies::sender;
}  // namespace native
