// SPDX-License-Identifier: MIT
// Mutant: the last drop listens to the others, and none of these says that its owner is done with the value.
// Breaks: arc.atomic.use
// Verdict: RACE
// Case: arc.atomic.use.run
#include "atomic_value.hpp"

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, atomic_value<std::memory_order_acquire>>();
}
