// SPDX-License-Identifier: MIT
// Mutant: one lock guards all counts and is held while a value is destroyed, which may have to drop another one.
// Breaks: arc.atomic.last
// Verdict: DEADLOCK
// Case: arc.atomic.last.nested.run
#include "counted_owners.hpp"

static std::mutex lock_of_all;

struct guarded : shared_value<no_lock> {
  owner clone(int number) override {
    const std::scoped_lock locked(lock_of_all);
    return shared_value::clone(number);
  }
  std::size_t count(int number) override {
    const std::scoped_lock locked(lock_of_all);
    return shared_value::count(number);
  }
  void drop(int number) override {
    const std::scoped_lock locked(lock_of_all);
    shared_value::drop(number);
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, guarded>();
}
