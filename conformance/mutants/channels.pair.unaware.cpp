// SPDX-License-Identifier: MIT
// Mutant: the sender does not notice that the receiver was dropped.
// Breaks: channels.pair
// Verdict: FAIL
// Case: channels.pair.together.run
#include "mutant.hpp"

MUTANT(port) {
  port.channels.drop_receiver = [](auto*) {};
}
