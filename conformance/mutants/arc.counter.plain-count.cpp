// SPDX-License-Identifier: MIT
// Mutant: the owners of the counter are counted by a plain number.
// Verdict: RACE
// Case: arc.counter.run
#include "counted_owners.hpp"

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, shared_value<no_lock>>();
}
