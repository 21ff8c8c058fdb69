// SPDX-License-Identifier: MIT
// Mutant: an Rc is an Arc under another name, and costs as much.
// Verdict: FAIL
#include "arc_in_disguise.hpp"

MUTANT(port) {
  port.rcs = arcs_in_disguise();
}
