// SPDX-License-Identifier: MIT
// Mutant: a weak owner checks whether there is an owner and becomes one later, when the value may be dropped.
// Breaks: arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.last.upgrade.stress
// Schedule: matters
#include <optional>

#include "counted_owners.hpp"

struct reviving : shared_value<std::mutex> {
  std::optional<owner> upgrade() override {
    if (count(0) == 0) return std::nullopt;
    const std::scoped_lock locked(lock);
    ++owners;
    return owner{this, next_number++};
  }
  void destroy() override {
    const std::scoped_lock locked(lock);
    if (owners > 0 || destroyed) return;  // only once, and not while there is another owner
    destroyed = true;
    shared_value::destroy();
  }
  bool destroyed = false;
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, reviving>();
  port.arcs.weak = weak_owners<reviving>();
}
