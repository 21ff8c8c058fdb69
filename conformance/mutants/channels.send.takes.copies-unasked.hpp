// SPDX-License-Identifier: MIT
// Defect: `send` copies a value that was only named, and nobody is told.
// Verdict: FAIL
#include "include/sender_that_copies.hpp"

namespace subject {
using namespace fearless;
using sender_that_copies::channel;
using sender_that_copies::sender;
}  // namespace subject
