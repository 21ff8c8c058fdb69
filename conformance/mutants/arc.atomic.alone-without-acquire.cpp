// SPDX-License-Identifier: MIT
// Mutant: an owner that reads a count of 1 drops the value without changing the count, and so without acquire order.
// Breaks: arc.atomic.use
// Verdict: RACE
// Case: arc.atomic.use.run
#include "atomic_value.hpp"

struct saving : atomic_value<std::memory_order_acq_rel> {
  bool leave() override { return all.load(std::memory_order_relaxed) == 1 || atomic_value::leave(); }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, saving>();
}
