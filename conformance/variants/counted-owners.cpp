// SPDX-License-Identifier: MIT
// Correct simple owners: a count, and a lock for it where the owners are on several threads.
#include "counted_owners.hpp"

VARIANT(port) {
  port.rcs = counted_owners<fearless_rcs, freed<shared_value<no_lock>>>();
  port.arcs = counted_owners<fearless_arcs, freed<shared_value<std::mutex>>>();
  port.arcs.weak = weak_owners<freed<shared_value<std::mutex>>>();
}
