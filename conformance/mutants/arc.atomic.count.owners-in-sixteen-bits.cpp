// SPDX-License-Identifier: MIT
// Mutant: the owners of an Arc are counted in sixteen bits, and the count overflows.
// Breaks: arc.atomic.count, arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.count.scenarios, arc.atomic.last.scenarios
#include <cstdint>

#include "counted_owners.hpp"

struct narrow : shared_value<std::mutex> {
  owner clone(int number) override {
    const owner made = shared_value::clone(number);
    const std::scoped_lock locked(lock);
    owners = static_cast<std::uint16_t>(owners);
    return made;
  }
  bool leave() override {
    const std::scoped_lock locked(lock);
    owners = static_cast<std::uint16_t>(owners - 1);
    return owners == 0;
  }
  void destroy() override {
    shared_value::destroy();
    value = {};  // which is the current state
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, narrow>();
}
