// SPDX-License-Identifier: MIT
// Mutant: a clone of a clone is not counted.
// Breaks: rc.owners
// Verdict: FAIL
// Case: rc.owners.run
#include "counted_owners.hpp"

struct short_sighted : shared_value<no_lock> {
  owner clone(int number) override {
    if (number == 0) ++owners;
    return {this, next_number++};
  }
};

MUTANT(port) {
  port.rcs = counted_owners<fearless_rcs, short_sighted>();
}
