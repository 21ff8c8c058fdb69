// SPDX-License-Identifier: MIT
// Mutant: a drop decrements the count in relaxed order, so that the uses of other owners do not happen before the last
// drop.
// Breaks: arc.atomic.use
// Verdict: RACE
// Case: arc.atomic.use.run
#include "atomic_value.hpp"

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, atomic_value<std::memory_order_relaxed>>();
}
