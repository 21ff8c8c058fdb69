// SPDX-License-Identifier: MIT
// Mutant: the count is a plain number, and nothing keeps two threads from changing it at the same time.
// Verdict: RACE
// Case: arc.atomic.run
#include "counted_owners.hpp"

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, shared_value<no_lock>>();
}
