// SPDX-License-Identifier: MIT
// Correct owners that synchronise by a stand-alone fence.
#include "fenced_owners.hpp"

VARIANT(port) {
  port.arcs = counted_owners<fearless_arcs, freed_by_fence<std::memory_order_acquire>>();
  port.arcs.weak = weak_owners<freed_by_fence<std::memory_order_acquire>>();
}
