// SPDX-License-Identifier: MIT
// Mutant: a clone is counted by a read and a write of an atomic number, and not by one operation: of two changes at the
// same time one is lost.
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
