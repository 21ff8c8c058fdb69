// SPDX-License-Identifier: MIT
// Mutant: a clone reads and writes the count in two steps, so that one of two changes at the same time is lost.
// Breaks: arc.atomic.count
// Verdict: FAIL
// Case: arc.atomic.count.clone.stress
// Schedule: matters
#include "counted_owners.hpp"

struct miscounting : shared_value<std::mutex> {
  owner clone(int number) override {
    const auto before = count(number);
    const std::scoped_lock locked(lock);
    owners = before + 1;
    return {this, next_number++};
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, miscounting>();
}
