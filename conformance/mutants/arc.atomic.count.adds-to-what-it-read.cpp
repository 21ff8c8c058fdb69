// SPDX-License-Identifier: MIT
// Mutant: a clone reads the count and writes it in two steps, with only a few instructions between them.
// Breaks: arc.atomic.count
// Verdict: FAIL
// Case: arc.atomic.count.preempted.run
#include <atomic>

#include "counted_owners.hpp"

struct miscounting : shared_value<no_lock> {
  owner clone(int) override {
    present.store(present.load() + 1);
    return {this, 0};
  }
  std::size_t count(int) override { return present; }
  bool leave() override { return --present == 0; }

  std::atomic<std::size_t> present = 1;
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, miscounting>();
}
