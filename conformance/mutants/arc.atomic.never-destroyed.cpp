// SPDX-License-Identifier: MIT
// Mutant: the value is never dropped.
// Breaks: arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.last.run
#include "counted_owners.hpp"

struct immortal : shared_value<std::mutex> {
  void destroy() override {}
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, immortal>();
}
