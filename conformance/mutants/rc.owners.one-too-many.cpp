// SPDX-License-Identifier: MIT
// Mutant: the count is one too high.
// Breaks: rc.owners
// Verdict: FAIL
// Case: rc.owners.run
#include "mutant.hpp"

MUTANT(port) {
  port.rcs.count = [](auto* owner) { return reference.rcs.count(owner) + 1; };
}
