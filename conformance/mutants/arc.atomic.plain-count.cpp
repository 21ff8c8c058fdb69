// SPDX-License-Identifier: MIT
// Mutant: the count is a plain number, which two threads may change at the same time.
// Verdict: RACE
// Case: arc.atomic.run
#include "counted_owners.hpp"

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, shared_value<no_lock>>();
}
