// SPDX-License-Identifier: MIT
// Mutant: `send` copies a value that its caller keeps, and rejects a value that its caller moves.
// Breaks: channels.ownership.use-after-send, channels.send.takes, shared.channel-like-single-owner
// Verdict: FAIL
// Case: channels.ownership.use-after-send.unmoved.reject, channels.ownership.use-after-send.reject,
// channels.ownership.use-after-send.from-another-thread.reject
#include "include/sender_that_copies.hpp"

namespace native {
using namespace fearless;
using sender_that_copies::channel;
using sender_that_copies::sender;
}  // namespace native
