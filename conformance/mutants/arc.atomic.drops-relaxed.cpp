// SPDX-License-Identifier: MIT
// Mutant: a drop changes the count in no order: the last one does not know that the others are done with the value.
// Breaks: arc.atomic.use
// Verdict: RACE
// Case: arc.atomic.use.run
#include "atomic_value.hpp"

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, atomic_value<std::memory_order_relaxed>>();
}
