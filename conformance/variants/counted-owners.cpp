// SPDX-License-Identifier: MIT
// Correct owners of the plainest kind: a count and, where they are on several threads, a lock.
#include "counted_owners.hpp"

VARIANT(port) {
  port.rcs = counted_owners<fearless_rcs, shared_value<no_lock>>();
  port.arcs = counted_owners<fearless_arcs, shared_value<std::mutex>>();
  port.arcs.weak = weak_owners<shared_value<std::mutex>>();
}
