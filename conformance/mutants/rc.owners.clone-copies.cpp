// SPDX-License-Identifier: MIT
// Mutant: a clone owns a copy of the value.
// Breaks: rc.owners
// Verdict: FAIL
// Case: rc.owners.same-value.run
#include "counted_owners.hpp"
#include "shallow_copy.hpp"

struct copying : shared_value<no_lock> {
  owner clone(int) override {
    auto* const another = new copying;
    another->value = shallow_copy(value);
    return {another, 0};
  }
};

MUTANT(port) {
  port.rcs = counted_owners<fearless_rcs, copying>();
}
