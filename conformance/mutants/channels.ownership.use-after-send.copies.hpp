// SPDX-License-Identifier: MIT
// Mutant: `send` sends a copy and leaves the value with the sender.
// Verdict: FAIL
// Case: channels.ownership.use-after-send.unmoved.reject
#include "include/sender_that_copies.hpp"

namespace native {
using namespace fearless;
using sender_that_copies::channel;
using sender_that_copies::sender;
}  // namespace native
