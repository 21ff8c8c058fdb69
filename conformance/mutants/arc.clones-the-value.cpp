// SPDX-License-Identifier: MIT
// Mutant: a clone of an Arc owns a copy of the value.
// Breaks: markers.own-types.marked, shared.memory-like-many-owners
// Verdict: FAIL
// Case: markers.own-types.marked.run
#include "mutant.hpp"
#include "shallow_copy.hpp"

MUTANT(port) {
  port.arcs.clone = [](const fearless_arc* owner) {
    return reference.arcs.create(shallow_copy(*reference.arcs.deref(owner)));
  };
}
