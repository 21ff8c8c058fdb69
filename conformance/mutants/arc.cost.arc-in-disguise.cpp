// SPDX-License-Identifier: MIT
// Mutant: an rc is an arc under another name, and costs as much.
// Verdict: FAIL
#include "arc_in_disguise.hpp"

MUTANT(port) {
  port.rcs = arcs_in_disguise();
}
