// SPDX-License-Identifier: MIT
// Mutant: an owner looks whether it is the last, and goes later: of two that go at the same time, each leaves the value
// to the other.
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
