// SPDX-License-Identifier: MIT
// Mutant: a drop says that its owner is done with the value, and the last one does not listen.
// Breaks: arc.atomic.use
// Verdict: RACE
// Case: arc.atomic.use.run
#include "atomic_value.hpp"

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, atomic_value<std::memory_order_release>>();
}
