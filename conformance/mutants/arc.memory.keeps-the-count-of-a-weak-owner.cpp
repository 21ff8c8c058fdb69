// SPDX-License-Identifier: MIT
// Mutant: a weak owner that is dropped last does not free the reference count.
// Breaks: arc.memory
// Verdict: FAIL
// Case: arc.memory.weak.run
#include "mutant.hpp"

MUTANT(port) {
  port.arcs.weak.drop = [](fearless_arc_weak* weak) {
    fearless_arc* const owner = reference.arcs.weak.upgrade(weak);
    if (owner == nullptr) return;
    reference.arcs.drop(owner);
    reference.arcs.weak.drop(weak);
  };
}
