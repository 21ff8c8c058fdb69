// SPDX-License-Identifier: MIT
// Mutant: a drop reads the count and then counts down, so that neither of the last two owners may find itself the last.
// Breaks: arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.last.preempted.run
#include <atomic>

#include "counted_owners.hpp"

struct hasty : shared_value<no_lock> {
  owner clone(int) override {
    ++present;
    return {this, 0};
  }
  std::size_t count(int) override { return present; }
  bool leave() override {
    const bool is_last = present.load() == 1;
    --present;
    return is_last;
  }

  std::atomic<std::size_t> present = 1;
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, hasty>();
}
