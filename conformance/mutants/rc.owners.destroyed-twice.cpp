// SPDX-License-Identifier: MIT
// Mutant: the value is dropped by the last owner and again with the count.
// Breaks: rc.owners
// Verdict: FAIL
// Case: rc.owners.last.run
#include "counted_owners.hpp"
#include "shallow_copy.hpp"

struct thorough : shared_value<no_lock> {
  void destroy() override {
    const auto copy = shallow_copy(value);
    shared_value::destroy();
    copy.drop(copy.data);
  }
};

MUTANT(port) {
  port.rcs = counted_owners<fearless_rcs, thorough>();
}
