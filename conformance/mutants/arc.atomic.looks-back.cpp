// SPDX-License-Identifier: MIT
// Mutant: an owner that was not the last reads the value after its drop.
// Breaks: arc.atomic.use
// Verdict: RACE
// Case: arc.atomic.use.run
#include "counted_owners.hpp"

struct nostalgic : shared_value<std::mutex> {
  void drop(int) override {
    if (leave()) return destroy();
    [[maybe_unused]] const volatile char first_byte = *static_cast<const volatile char*>(value.data);
  }
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, nostalgic>();
}
