// SPDX-License-Identifier: MIT
// Mutant: `send` accepts only values that the sender keeps.
// Verdict: FAIL
// Case: channels.ownership.use-after-send.reject
#include "include/sender_that_copies.hpp"

namespace native {
using namespace fearless;
using sender_that_copies::channel;
using sender_that_copies::sender;
}  // namespace native
