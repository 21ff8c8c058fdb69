// SPDX-License-Identifier: MIT
// Mutant: an Arc counts its owners in a plain integer, without synchronisation.
// Breaks: arc.atomic.count, arc.counter
// Verdict: RACE
// Case: arc.atomic.count.together.run, arc.counter.run
#include "counted_owners.hpp"

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, shared_value<no_lock>>();
}
