// SPDX-License-Identifier: MIT
// Mutant: the value is dropped when one owner is left.
// Breaks: arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.last.run
#include "counted_owners.hpp"

struct impatient : shared_value<std::mutex> {
  bool leave() override {
    const std::scoped_lock locked(lock);
    return --owners == 1;
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, impatient>();
}
