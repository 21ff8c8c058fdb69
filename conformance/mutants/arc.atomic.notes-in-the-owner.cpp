// SPDX-License-Identifier: MIT
// Mutant: an owner counts its clones in a plain variable, which two threads may change at the same time.
// Breaks: arc.atomic.count
// Verdict: RACE
// Case: arc.atomic.count.one-owner.run
#include "counted_owners.hpp"

struct noting : shared_value<std::mutex> {
  owner clone(int number) override {
    if (number == 0) ++clones_of_the_first;
    return shared_value::clone(number);
  }
  int clones_of_the_first = 0;
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, noting>();
}
