// SPDX-License-Identifier: MIT
// Mutant: a clone of an Arc owns a copy of the value, with a lock of its own.
// Verdict: FAIL
// Case: markers.own-types.run
#include "mutant.hpp"
#include "shallow_copy.hpp"

MUTANT(port) {
  port.arcs.clone = [](const fearless_arc* owner) {
    return reference.arcs.create(shallow_copy(*reference.arcs.deref(owner)));
  };
}
