// SPDX-License-Identifier: MIT
// Mutant: a clone loads and stores an atomic count instead of incrementing it, so that a change at the same time is
// lost.
// Breaks: arc.atomic.count
// Verdict: FAIL
// Case: arc.atomic.count.clone.stress
// Schedule: matters
#include "atomic_value.hpp"

struct miscounting : atomic_value<std::memory_order_acq_rel> {
  owner clone(int) override {
    const auto before = all.load();
    all.store(before + 1);
    return {this, 1};
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, miscounting>();
}
