// SPDX-License-Identifier: MIT
// Mutant: all values share one count.
// Breaks: rc.owners
// Verdict: FAIL
// Case: rc.owners.several-values.run
#include "counted_owners.hpp"

static std::size_t owners_of_all = 0;

struct sharing : shared_value<no_lock> {
  sharing() { ++owners_of_all; }
  owner clone(int number) override {
    ++owners_of_all;
    return shared_value::clone(number);
  }
  std::size_t count(int) override { return owners_of_all; }
  bool leave() override { return --owners_of_all == 0; }
};

MUTANT(port) {
  port.rcs = counted_owners<fearless_rcs, sharing>();
}
