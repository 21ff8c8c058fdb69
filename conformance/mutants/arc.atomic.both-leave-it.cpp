// SPDX-License-Identifier: MIT
// Mutant: an owner checks whether it is the last one before it leaves; of two at the same time, neither drops the
// value.
// Breaks: arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.last.stress
// Schedule: matters
#include "counted_owners.hpp"

struct polite : shared_value<std::mutex> {
  bool leave() override {
    const bool is_last = count(0) == 1;
    const std::scoped_lock locked(lock);
    --owners;
    return is_last;
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, polite>();
}
