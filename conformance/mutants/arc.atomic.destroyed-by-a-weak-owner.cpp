// SPDX-License-Identifier: MIT
// Mutant: a weak owner that is dropped also drops a value without owners, as the last owner does at the same time.
// Breaks: arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.last.upgrade.stress
// Schedule: matters
#include "counted_owners.hpp"
#include "shallow_copy.hpp"

struct officious : shared_value<std::mutex> {
  void drop_weak() override {
    if (count(0) == 0) destroy();
  }
  void destroy() override {
    if (is_destroyed()) return;
    const auto copy = shallow_copy(value);  // so that both can be dropped
    copy.drop(copy.data);
    const std::scoped_lock locked(lock);
    destroyed = true;
  }
  bool is_destroyed() {
    const std::scoped_lock locked(lock);
    return destroyed;
  }
  bool destroyed = false;
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, officious>();
  port.arcs.weak = weak_owners<officious>();
}
