// SPDX-License-Identifier: MIT
// Mutant: a clone is counted at its first use; until then nothing keeps the value alive for it.
// Breaks: arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.last.run
#include <set>

#include "counted_owners.hpp"

struct late : shared_value<std::mutex> {
  owner clone(int) override {
    const std::scoped_lock locked(lock);
    uncounted.insert(next_number);
    return {this, next_number++};
  }
  const fearless_value* deref(int number) override {
    const std::scoped_lock locked(lock);
    owners += uncounted.erase(number);
    return &value;
  }
  void drop(int number) override {
    if (!was_uncounted(number)) shared_value::drop(number);
  }
  bool was_uncounted(int number) {
    const std::scoped_lock locked(lock);
    return uncounted.erase(number) == 1;
  }
  std::set<int> uncounted;
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, late>();
}
