// SPDX-License-Identifier: MIT
// Mutant: the last owner drops the value and does not free the reference count.
// Breaks: arc.memory
// Verdict: FAIL
// Case: arc.memory.run
#include "counted_owners.hpp"

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, shared_value<std::mutex>>();
}
