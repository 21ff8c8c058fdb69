// SPDX-License-Identifier: MIT
// Mutant: a clone owns a copy of the value.
// Verdict: FAIL
#include "mutant.hpp"
#include "shallow_copy.hpp"

MUTANT(port) {
  port.arcs.clone = [](const fearless_arc* owner) {
    return reference.arcs.create(shallow_copy(*reference.arcs.deref(owner)));
  };
}
