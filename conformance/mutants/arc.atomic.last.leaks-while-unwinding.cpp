// SPDX-License-Identifier: MIT
// Mutant: the value is not dropped if the last owner is dropped while its thread unwinds.
// Breaks: arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.last.scenarios
#include <exception>

#include "counted_owners.hpp"

struct leaking : shared_value<std::mutex> {
  void destroy() override {
    if (std::uncaught_exceptions() == 0) shared_value::destroy();
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, leaking>();
}
