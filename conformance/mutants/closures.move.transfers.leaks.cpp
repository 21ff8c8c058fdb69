// SPDX-License-Identifier: MIT
// Mutant: what was moved into the closure is never dropped.
// Breaks: closures.move.transfers.owner
// Verdict: FAIL
#include "mutant.hpp"

MUTANT(port) {
  port.threads.spawn = [](fearless_closure closure) {
    closure.drop = [](void*) {};
    return reference.threads.spawn(closure);
  };
}
