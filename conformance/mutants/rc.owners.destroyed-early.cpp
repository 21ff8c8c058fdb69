// SPDX-License-Identifier: MIT
// Mutant: the value is dropped when one owner is left.
// Breaks: rc.owners
// Verdict: FAIL
// Case: rc.owners.last.run
#include "counted_owners.hpp"

struct impatient : shared_value<no_lock> {
  bool leave() override { return --owners == 1; }
};

MUTANT(port) {
  port.rcs = counted_owners<fearless_rcs, impatient>();
}
