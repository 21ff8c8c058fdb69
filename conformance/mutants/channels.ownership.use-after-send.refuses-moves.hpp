// SPDX-License-Identifier: MIT
// Mutant: `send` takes values that their sender keeps, and none that it gives away.
// Verdict: FAIL
// Case: channels.ownership.use-after-send.reject
#include "include/sender_that_copies.hpp"

namespace native {
using namespace fearless;
using sender_that_copies::channel;
using sender_that_copies::sender;
}  // namespace native
