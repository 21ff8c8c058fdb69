// SPDX-License-Identifier: MIT
// Mutant: the fence after which the last owner drops the value releases, where it would have to acquire.
// Breaks: arc.atomic.last
// Verdict: RACE
#include "fenced_owners.hpp"

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, freed_by_fence<std::memory_order_release>>();
}
