// SPDX-License-Identifier: MIT
// Mutant: an Arc counts the clones of its first owner only, where an Rc counts all owners.
// Breaks: arc.like-rc
// Verdict: FAIL
// Case: arc.like-rc.run
#include "mutant.hpp"

MUTANT(port) {
  port.arcs.count = [](auto* owner) { return reference.arcs.count(owner) - 1; };
}
