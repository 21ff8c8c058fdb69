// SPDX-License-Identifier: MIT
// Mutant: each thread keeps its own count of clones and drops, and drops the value when this count is 0.
// Breaks: arc.atomic.last
// Verdict: FAIL
// Case: arc.atomic.last.handed-on.run
#include <map>
#include <thread>

#include "counted_owners.hpp"

struct divided : shared_value<std::mutex> {
  owner clone(int number) override {
    {
      const std::scoped_lock locked(lock);
      ++by_thread[std::this_thread::get_id()];
    }
    return shared_value::clone(number);
  }
  bool leave() override {
    const std::scoped_lock locked(lock);
    --owners;
    return --by_thread[std::this_thread::get_id()] == 0;
  }
  std::map<std::thread::id, int> by_thread{{std::this_thread::get_id(), 1}};
};

MUTANT(port) {
  port.arcs = counted_owners<fearless_arcs, divided>();
}
