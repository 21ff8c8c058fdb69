// SPDX-License-Identifier: MIT
// Mutant: an rc counts atomically, and so hides that its owners are on several threads.
// Verdict: INVALID
#include "arc_in_disguise.hpp"

MUTANT(port) {
  port.rcs = arcs_in_disguise();
}
