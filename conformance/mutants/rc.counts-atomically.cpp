// SPDX-License-Identifier: MIT
// Mutant: an Rc is an Arc of the reference under another name: its count is atomic.
// Breaks: arc.cost, rc.hazard.count (INVALID)
// Verdict: FAIL
#include "arc_in_disguise.hpp"

MUTANT(port) {
  port.rcs = arcs_in_disguise();
}
