// SPDX-License-Identifier: MIT
// Mutant: the last drop leaves the value to the next drop of another value's owner.
// Breaks: arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.last.run
#include <utility>

#include "counted_owners.hpp"

static std::mutex lock_of_dead;
static fearless_value dead{};

struct lazy : shared_value<std::mutex> {
  void destroy() override {
    fearless_value next = value;
    {
      const std::scoped_lock locked(lock_of_dead);
      std::swap(next, dead);
    }
    if (next.drop != nullptr) next.drop(next.data);
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, lazy>();
}
