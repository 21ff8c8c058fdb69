// SPDX-License-Identifier: MIT
// Mutant: an owner returns the count of its first query forever.
// Breaks: arc.atomic.count
// Verdict: FAIL
// Case: arc.atomic.count.run
#include <map>

#include "counted_owners.hpp"

struct remembering : shared_value<std::mutex> {
  std::size_t count(int number) override {
    const auto now = shared_value::count(number);
    const std::scoped_lock locked(lock);
    return said.try_emplace(number, now).first->second;
  }
  std::map<int, std::size_t> said;
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, remembering>();
}
