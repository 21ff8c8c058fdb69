// SPDX-License-Identifier: MIT
// Mutant: the sending end is not told that the receiving end is gone.
// Breaks: channels.pair
// Verdict: FAIL
// Case: channels.pair.together.run
#include "mutant.hpp"

MUTANT(port) {
  port.channels.drop_receiver = [](auto*) {};
}
