// SPDX-License-Identifier: MIT
// Mutant: the drop of a weak owner frees the counts when there is no owner, while the last owner still uses them.
// Breaks: arc.atomic.last
// Verdict: RACE
// Case: arc.atomic.last.upgrade.stress
// Schedule: matters
#include "counted_owners.hpp"

struct hasty : shared_value<std::mutex> {
  void drop(int) override {
    if (!leave()) return;
    destroy();
    const std::scoped_lock locked(lock);
    --needed_by;
  }
  void drop_weak() override {
    if (count(0) == 0) needed_by = 0;  // frees them
  }
  int needed_by = 2;  // all owners together, and the weak owner
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, hasty>();
  port.arcs.weak = weak_owners<hasty>();
}
