// SPDX-License-Identifier: MIT
// Mutant: an owner leaves and checks later whether any is left; of two at the same time, both drop the value.
// Breaks: arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.last.stress
// Schedule: matters
#include "counted_owners.hpp"
#include "shallow_copy.hpp"

struct greedy : shared_value<std::mutex> {
  bool leave() override {
    shared_value::leave();
    return count(0) == 0;
  }
  void destroy() override {
    const auto copy = shallow_copy(value);  // so that both can be dropped
    copy.drop(copy.data);
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, greedy>();
}
