// SPDX-License-Identifier: MIT
// Mutant: the value is dropped with its first owner, even if other owners exist.
// Breaks: arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.last.run
#include "counted_owners.hpp"

struct hierarchical : shared_value<std::mutex> {
  void drop(int number) override {
    leave();
    if (number == 0) destroy();
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, hierarchical>();
}
