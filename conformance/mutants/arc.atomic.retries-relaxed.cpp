// SPDX-License-Identifier: MIT
// Mutant: a drop that loses a race against another one is repeated in relaxed order, even if it then is the last one.
// Breaks: arc.atomic.use
// Verdict: RACE
// Case: arc.atomic.use.stress
// Schedule: matters
#include "atomic_value.hpp"

struct retrying : atomic_value<std::memory_order_acq_rel> {
  bool leave() override {
    auto before = all.load(std::memory_order_acquire);
    if (all.compare_exchange_strong(before, before - 1, std::memory_order_acq_rel, std::memory_order_relaxed))
      return before == 1;
    return all.fetch_sub(1, std::memory_order_relaxed) == 1;
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, retrying>();
}
