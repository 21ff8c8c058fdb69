// SPDX-License-Identifier: MIT
// Mutant: the count has sixteen bits and overflows.
// Breaks: rc.owners
// Verdict: FAIL
// Case: rc.owners.many.run
#include <cstdint>

#include "counted_owners.hpp"

struct narrow : shared_value<no_lock> {
  owner clone(int number) override {
    owners = static_cast<std::uint16_t>(owners + 1);
    return {this, number + 1};
  }
  bool leave() override {
    owners = static_cast<std::uint16_t>(owners - 1);
    return owners == 0;
  }
  void destroy() override {
    shared_value::destroy();
    value = {};  // which is the current state
  }
};

MUTANT(port) {
  port.rcs = counted_owners<fearless_rcs, narrow>();
}
