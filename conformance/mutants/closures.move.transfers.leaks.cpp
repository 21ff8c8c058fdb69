// SPDX-License-Identifier: MIT
// Mutant: the values that were moved to the thread are never dropped.
// Breaks: closures.move.transfers.owner
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    closure.drop = [](void*) {};
    return reference.threads.spawn(closure);
  };
}
