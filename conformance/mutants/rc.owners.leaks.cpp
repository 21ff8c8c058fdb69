// SPDX-License-Identifier: MIT
// Mutant: the value is never dropped.
// Breaks: rc.owners
// Verdict: FAIL
// Case: rc.owners.last.run
#include "counted_owners.hpp"

struct immortal : shared_value<no_lock> {
  void destroy() override {}
};

MUTANT(port) {
  port.rcs = counted_owners<fearless_rcs, immortal>();
}
