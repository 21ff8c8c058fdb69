// SPDX-License-Identifier: MIT
// Mutant: a drop decrements the count without release order, so that the last drop acquires nothing.
// Breaks: arc.atomic.use
// Verdict: RACE
// Case: arc.atomic.use.run
#include "atomic_value.hpp"

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, atomic_value<std::memory_order_acquire>>();
}
