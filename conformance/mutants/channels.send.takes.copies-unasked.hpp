// SPDX-License-Identifier: MIT
// Mutant: `send` copies a value that was not moved.
// Verdict: FAIL
#include "include/sender_that_copies.hpp"

namespace native {
using namespace fearless;
using sender_that_copies::channel;
using sender_that_copies::sender;
}  // namespace native
