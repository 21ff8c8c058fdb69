// SPDX-License-Identifier: MIT
// Mutant: the reference count of a value that was cloned is never freed.
// Breaks: rc.memory
// Verdict: FAIL
#include "counted_owners.hpp"

struct freed_without_clones : shared_value<no_lock> {
  void destroy() override {
    shared_value::destroy();
    if (next_number == 1) delete this;
  }
};

MUTANT(port) {
  port.rcs = counted_owners<fearless_rcs, freed_without_clones>();
}
