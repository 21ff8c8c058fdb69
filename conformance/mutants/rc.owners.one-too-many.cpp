// SPDX-License-Identifier: MIT
// Mutant: the count says one more than there are.
// Breaks: rc.owners
// Verdict: FAIL
// Case: rc.owners.run
#include "mutant.hpp"

MUTANT(port) {
  port.rcs.count = [](auto* owner) { return reference.rcs.count(owner) + 1; };
}
