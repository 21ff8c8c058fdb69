// SPDX-License-Identifier: MIT
// Mutant: one lock protects all counts and is held during the drop of a value, which may need it.
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
