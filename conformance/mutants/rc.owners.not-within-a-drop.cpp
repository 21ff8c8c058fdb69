// SPDX-License-Identifier: MIT
// Mutant: a value whose last owner is dropped during the drop of another value is leaked.
// Breaks: rc.owners
// Verdict: FAIL
// Case: rc.owners.nested.run
#include "counted_owners.hpp"

static bool is_destroying = false;

struct busy : shared_value<no_lock> {
  void destroy() override {
    if (is_destroying) return;
    is_destroying = true;
    shared_value::destroy();
    is_destroying = false;
  }
};

MUTANT(port) {
  port.rcs = counted_owners<fearless_rcs, busy>();
}
