// SPDX-License-Identifier: MIT
// Mutant: a clone owns a copy of the value.
// Breaks: arc.atomic.count
// Verdict: FAIL
// Case: arc.atomic.count.run
#include "counted_owners.hpp"
#include "shallow_copy.hpp"

struct copying : shared_value<std::mutex> {
  owner clone(int) override {
    auto* const another = new copying;
    another->value = shallow_copy(value);
    return {another, 0};
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, copying>();
}
