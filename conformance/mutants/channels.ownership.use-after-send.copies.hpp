// SPDX-License-Identifier: MIT
// Mutant: `send` takes a copy, and its caller goes on with the value.
// Verdict: FAIL
// Case: channels.ownership.use-after-send.unmoved.reject
#include "include/sender_that_copies.hpp"

namespace native {
using namespace fearless;
using sender_that_copies::channel;
using sender_that_copies::sender;
}  // namespace native
