// SPDX-License-Identifier: MIT
// Mutant: the value is dropped with its first owner, even if clones are left.
// Breaks: rc.owners
// Verdict: FAIL
// Case: rc.owners.last.run
#include "counted_owners.hpp"

struct hierarchical : shared_value<no_lock> {
  void drop(int number) override {
    --owners;
    if (number == 0) destroy();
  }
};

MUTANT(port) {
  port.rcs = counted_owners<fearless_rcs, hierarchical>();
}
