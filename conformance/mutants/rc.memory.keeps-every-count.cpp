// SPDX-License-Identifier: MIT
// Mutant: the last owner drops the value and does not free the reference count.
// Breaks: rc.memory
// Verdict: FAIL
#include "counted_owners.hpp"

MUTANT(port) {
  port.rcs = counted_owners<fearless_rcs, shared_value<no_lock>>();
}
