// SPDX-License-Identifier: MIT
// Mutant: `send` accepts only values that the sender keeps, and copies them.
// Verdict: FAIL
#include "include/sender_that_copies.hpp"

namespace native {
using namespace fearless;
using sender_that_copies::channel;
using sender_that_copies::sender;
}  // namespace native
