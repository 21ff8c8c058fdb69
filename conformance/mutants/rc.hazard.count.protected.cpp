// SPDX-License-Identifier: MIT
// Mutant: an Rc counts atomically, which hides from the detector that several threads use it.
// Verdict: INVALID
#include "arc_in_disguise.hpp"

MUTANT(port) {
  port.rcs = arcs_in_disguise();
}
