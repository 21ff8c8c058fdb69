// SPDX-License-Identifier: MIT
// Mutant: a weak owner that goes frees the counts where there is no owner, and the last one, which has still to destroy
// the value, comes back to them.
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
  int needed_by = 2;  // the owners together, and the weak one
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, hasty>();
  port.arcs.weak = weak_owners<hasty>();
}
