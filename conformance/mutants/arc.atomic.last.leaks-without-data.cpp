// SPDX-License-Identifier: MIT
// Mutant: an Arc does not drop a value whose data is null.
// Breaks: arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.last.scenarios
#include "counted_owners.hpp"

struct leaking : shared_value<std::mutex> {
  void destroy() override {
    if (value.data != nullptr) shared_value::destroy();
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, leaking>();
}
