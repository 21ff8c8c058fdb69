// SPDX-License-Identifier: MIT
// Mutant: an owner goes, and looks later whether any is left: of two that go at the same time, each destroys the value.
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
    const auto copy = shallow_copy(value);  // so that it can be destroyed twice
    copy.drop(copy.data);
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, greedy>();
}
