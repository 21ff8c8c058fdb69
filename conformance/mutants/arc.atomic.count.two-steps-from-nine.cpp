// SPDX-License-Identifier: MIT
// Mutant: from nine owners on, a clone reads and writes the count in two steps, so that one of two changes at the same
// time is lost.
// Breaks: arc.atomic.count
// Verdict: FAIL
// Case: arc.atomic.count.scenarios
// Schedule: matters
#include "counted_owners.hpp"

struct miscounting : shared_value<std::mutex> {
  owner clone(int number) override {
    const auto before = count(number);
    if (before < 9) return shared_value::clone(number);
    const std::scoped_lock locked(lock);
    owners = before + 1;
    return {this, next_number++};
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, miscounting>();
}
